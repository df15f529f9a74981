/** Payments as rows: each is looked after until it is known what became of it. */
@NullMarked
package io.gavel.settlement.payment.collecting;

import org.jspecify.annotations.NullMarked;
