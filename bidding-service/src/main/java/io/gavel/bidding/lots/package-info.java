/** Reading lots and their logs. */
@NullMarked
package io.gavel.bidding.lots;

import org.jspecify.annotations.NullMarked;
