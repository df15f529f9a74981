/** Placing a bid over HTTP. */
@NullMarked
package io.gavel.gateway.bid;

import org.jspecify.annotations.NullMarked;
