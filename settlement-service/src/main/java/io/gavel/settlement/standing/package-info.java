/** How bidders stand with the house: strikes, suspensions, and telling gateways of them. */
@NullMarked
package io.gavel.settlement.standing;

import org.jspecify.annotations.NullMarked;
