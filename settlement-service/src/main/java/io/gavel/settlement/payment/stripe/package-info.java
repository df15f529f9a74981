/** Stripe, through its own library. */
@NullMarked
package io.gavel.settlement.payment.stripe;

import org.jspecify.annotations.NullMarked;
