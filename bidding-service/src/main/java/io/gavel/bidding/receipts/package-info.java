/**
 * Receipts: a decision bound to the place in the lot's log right behind it, signed by the house.
 */
@NullMarked
package io.gavel.bidding.receipts;

import org.jspecify.annotations.NullMarked;
