package io.gavel.settlement.payment.stripe;

import io.gavel.settlement.payment.Sum;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Stripe's minor units are those of ISO 4217 with exceptions (<a
 * href="https://docs.stripe.com/currencies">docs.stripe.com/currencies</a>): krónur and Ugandan
 * shillings are counted in hundredths, ariary in whole ones, and thousandths must end in 0.
 */
final class StripeAmounts {

    private static final Set<String> WHOLE_HERE_HUNDREDTHS_THERE = Set.of("ISK", "UGX");
    private static final Set<String> HUNDREDTHS_HERE_WHOLE_THERE = Set.of("MGA");
    private static final int HUNDRED = 100;
    private static final int THOUSANDTHS = 3;
    private static final long MOST = 99_999_999;

    private StripeAmounts() {}

    /** Stripe's amount for a sum; empty where Stripe cannot charge just that. */
    static Optional<Long> of(Sum sum) {
        return exact(sum).filter(amount -> amount <= MOST);
    }

    private static Optional<Long> exact(Sum sum) {
        if (WHOLE_HERE_HUNDREDTHS_THERE.contains(sum.currency())) {
            return sum.minor() > MOST ? Optional.empty() : Optional.of(sum.minor() * HUNDRED);
        }
        if (HUNDREDTHS_HERE_WHOLE_THERE.contains(sum.currency())) {
            return sum.minor() % HUNDRED == 0
                    ? Optional.of(sum.minor() / HUNDRED)
                    : Optional.empty();
        }
        boolean thousandths =
                Currency.getInstance(sum.currency()).getDefaultFractionDigits() == THOUSANDTHS;
        return thousandths && sum.minor() % 10 != 0 ? Optional.empty() : Optional.of(sum.minor());
    }

    /** The sum that Stripe calls so. */
    static Sum sum(long amount, String stripeCurrency) {
        String currency = stripeCurrency.toUpperCase(Locale.ROOT);
        if (WHOLE_HERE_HUNDREDTHS_THERE.contains(currency)) {
            return new Sum(amount / HUNDRED, currency);
        }
        return HUNDREDTHS_HERE_WHOLE_THERE.contains(currency)
                ? new Sum(amount * HUNDRED, currency)
                : new Sum(amount, currency);
    }
}
