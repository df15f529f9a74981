/** What bidders ask of a lot over HTTP. */
@NullMarked
package io.gavel.gateway.bid;

import org.jspecify.annotations.NullMarked;
