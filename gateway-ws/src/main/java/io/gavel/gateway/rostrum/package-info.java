/** What the auctioneer, or a seller on his own lot, asks over HTTP. */
@NullMarked
package io.gavel.gateway.rostrum;

import org.jspecify.annotations.NullMarked;
