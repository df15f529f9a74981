/** How bidders stand with the house. */
@NullMarked
package io.gavel.contracts.bidder;

import org.jspecify.annotations.NullMarked;
