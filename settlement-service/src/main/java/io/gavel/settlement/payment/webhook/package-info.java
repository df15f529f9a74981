/** What providers tell of themselves: hints to look, never the truth. */
@NullMarked
package io.gavel.settlement.payment.webhook;

import org.jspecify.annotations.NullMarked;
