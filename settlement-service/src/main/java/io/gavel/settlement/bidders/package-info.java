/** Who bids under which paddle, from the private decisions. */
@NullMarked
package io.gavel.settlement.bidders;

import org.jspecify.annotations.NullMarked;
