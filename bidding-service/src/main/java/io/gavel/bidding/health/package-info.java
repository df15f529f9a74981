/** Whether this instance takes part in deciding. */
@NullMarked
package io.gavel.bidding.health;

import org.jspecify.annotations.NullMarked;
