/** Closes auctions on time and keeps the sale that follows. */
@NullMarked
package io.gavel.settlement;

import org.jspecify.annotations.NullMarked;
