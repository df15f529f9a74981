/** Reading what became of bids. */
@NullMarked
package io.gavel.bidding.bids;

import org.jspecify.annotations.NullMarked;
