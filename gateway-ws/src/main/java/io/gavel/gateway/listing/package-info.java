/** Putting up a lot over HTTP. */
@NullMarked
package io.gavel.gateway.listing;

import org.jspecify.annotations.NullMarked;
