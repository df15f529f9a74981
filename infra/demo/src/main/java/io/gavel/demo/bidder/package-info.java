/** How the demo's bidders decide: pure, with time and chance as arguments. */
@NullMarked
package io.gavel.demo.bidder;

import org.jspecify.annotations.NullMarked;
