/** What stands between this service and a provider: limits, retries, a circuit breaker. */
@NullMarked
package io.gavel.settlement.payment.guard;

import org.jspecify.annotations.NullMarked;
