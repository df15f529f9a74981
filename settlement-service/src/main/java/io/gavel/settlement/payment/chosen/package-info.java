/** Which provider is used. */
@NullMarked
package io.gavel.settlement.payment.chosen;

import org.jspecify.annotations.NullMarked;
