/** The pure core: what a command does to a lot at a time. No clock, no chance, no I/O. */
@NullMarked
package io.gavel.bidding.auction;

import org.jspecify.annotations.NullMarked;
