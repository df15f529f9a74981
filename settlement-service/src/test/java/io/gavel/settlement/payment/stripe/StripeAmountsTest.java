package io.gavel.settlement.payment.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.settlement.payment.Sum;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StripeAmountsTest {

    @ParameterizedTest
    @CsvSource({
        "12500, EUR, 12500",
        "500, JPY, 500",
        "5, ISK, 500",
        "5, UGX, 500",
        "500, MGA, 5",
        "5120, KWD, 5120",
        "99999999, USD, 99999999",
        "999999, ISK, 99999900"
    })
    void isStripesAmountAndBack(long minor, String currency, long amount) {
        Sum sum = new Sum(minor, currency);

        assertThat(StripeAmounts.of(sum)).hasValue(amount);
        assertThat(StripeAmounts.sum(amount, currency.toLowerCase())).isEqualTo(sum);
    }

    @ParameterizedTest
    @CsvSource({
        "5124, KWD",
        "501, MGA",
        "100000000, USD",
        "1000000, ISK",
        "9223372036854775807, ISK",
        "9223372036854775807, EUR"
    })
    void whatStripeCannotChargeToTheMinorUnitIsNotCharged(long minor, String currency) {
        assertThat(StripeAmounts.of(new Sum(minor, currency))).isEqualTo(Optional.empty());
    }
}
