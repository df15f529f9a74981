package io.gavel.settlement.salebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.lot.Money;
import io.gavel.settlement.SettlementProperties.Bracket;
import io.gavel.settlement.SettlementProperties.Conditions;
import io.gavel.settlement.SettlementProperties.Tax;
import io.gavel.settlement.money.TaxRule;
import io.gavel.settlement.sale.Terms;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class HouseTermsTest {

    @Test
    void by_default_the_premium_is_that_of_the_rules() {
        Terms terms = HouseTerms.of(conditions(List.of(), List.of()));

        assertThat(terms.tariff().bill(new Money(60_000_000), "EUR").total().minor())
                .isEqualTo(60_000_000 + 12_500_000 + 2_000_000);
        assertThat(terms.payWithin()).isEqualTo(Duration.ofDays(3));
    }

    @Test
    void brackets_and_taxes_may_be_others() {
        Terms terms =
                HouseTerms.of(
                        conditions(
                                List.of(bracket(100L, "30"), bracket(null, "10")),
                                List.of(
                                        new Tax(
                                                TaxRule.Line.PREMIUM,
                                                "EUR",
                                                new BigDecimal("20")))));

        assertThat(terms.tariff().bill(new Money(20_000), "EUR").total().minor())
                .isEqualTo(20_000 + 4_000 + 800);
        assertThat(terms.tariff().bill(new Money(20_000), "USD").total().minor()).isEqualTo(24_000);
    }

    @Test
    void what_contradicts_itself_is_refused() {
        assertThatThrownBy(() ->
                        HouseTerms.of(
                                conditions(List.of(bracket(5L, "1"), bracket(4L, "1")), List.of())))
                .hasMessageContaining("bracket up to 4 after 5");
        assertThatThrownBy(() ->
                        HouseTerms.of(
                                conditions(
                                        List.of(),
                                        List.of(
                                                new Tax(
                                                        TaxRule.Line.HAMMER,
                                                        "QQQ",
                                                        BigDecimal.ONE)))))
                .hasMessageContaining("currency: QQQ");
    }

    private static Bracket bracket(Long upTo, String percent) {
        return new Bracket(upTo, new BigDecimal(percent));
    }

    private static Conditions conditions(List<Bracket> premium, List<Tax> taxes) {
        return new Conditions(
                Duration.ofDays(3),
                Duration.ofDays(1),
                Duration.ofDays(1),
                5,
                premium,
                BigDecimal.TEN,
                taxes,
                Duration.ofSeconds(1),
                100,
                3);
    }
}
