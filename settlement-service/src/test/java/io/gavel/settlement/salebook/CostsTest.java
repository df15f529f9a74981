package io.gavel.settlement.salebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.Money;
import io.gavel.settlement.money.Premium;
import io.gavel.settlement.money.Rate;
import io.gavel.settlement.money.Tariff;
import io.gavel.settlement.money.TaxRule;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each amount is worked out by hand. */
class CostsTest {

    /** 25 % to 500,000, 20 % above; 19 % on the premium, in yen 10 % on the hammer price too. */
    private static final Tariff TARIFF =
            new Tariff(
                    new Premium(
                            List.of(
                                    new Premium.Bracket(500_000L, percent("25")),
                                    new Premium.Bracket(null, percent("20")))),
                    percent("10"),
                    List.of(
                            new TaxRule(TaxRule.Line.PREMIUM, null, percent("19")),
                            new TaxRule(TaxRule.Line.HAMMER, "JPY", percent("10"))));

    @Test
    void a_price_has_its_lines_its_total_and_the_terms() {
        // 205.07: 25 % of it is 51.2675, 19 % of 51.27 is 9.7413.
        assertThat(told(20_507, "EUR"))
                .isEqualTo(
                        """
                        {"currency":"EUR","price":20507,"lines":[\
                        {"line":"hammer","label":"Hammer price","amount":20507},\
                        {"line":"premium","label":"Buyer's premium","amount":5127},\
                        {"line":"premium-tax","label":"Tax on the premium, 19 %","percent":19,"amount":974}],\
                        "total":26608,"premium":[{"upTo":50000000,"percent":25},{"percent":20}],\
                        "taxes":{"hammer":0,"premium":19}}\
                        """);
    }

    @Test
    void yen_have_no_decimals_and_a_tax_of_their_own() {
        // 600,005: 125,000 + 20,001; 19 % of 145,001 is 27,550.19; 10 % of 600,005 is 60,000.5.
        assertThat(told(600_005, "JPY"))
                .isEqualTo(
                        """
                        {"currency":"JPY","price":600005,"lines":[\
                        {"line":"hammer","label":"Hammer price","amount":600005},\
                        {"line":"hammer-tax","label":"Tax on the hammer price, 10 %","percent":10,"amount":60001},\
                        {"line":"premium","label":"Buyer's premium","amount":145001},\
                        {"line":"premium-tax","label":"Tax on the premium, 19 %","percent":19,"amount":27550}],\
                        "total":832557,"premium":[{"upTo":500000,"percent":25},{"percent":20}],\
                        "taxes":{"hammer":10,"premium":19}}\
                        """);
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "EUR, 0, 0",
        "EUR, 2, 3", // half a cent of premium is one
        "EUR, 50_000_000, 64_875_000", // + 125,000.00 + 23,750.00
        "EUR, 50_000_003, 64_875_004", // + 0.6 of a cent premium
        "KWD, 500_000_000, 648_750_000", // the bracket ends at 500,000.000 dinars
        "EUR, 1_000_000_000_000_000, 1_238_000_002_975_000"
    })
    void the_total_is_right_to_the_minor_unit(String currency, String price, String total) {
        assertThat(told(Long.parseLong(price.replace("_", "")), currency))
                .contains("\"total\":" + total.replace("_", "") + ",");
    }

    @Test
    void a_bracket_that_no_amount_reaches_is_as_good_as_the_last() {
        Tariff endless =
                new Tariff(
                        new Premium(
                                List.of(
                                        new Premium.Bracket(Long.MAX_VALUE / 10, percent("8.875")),
                                        new Premium.Bracket(null, percent("1")))),
                        Rate.NONE,
                        List.of());

        assertThat(new String(Costs.of(endless, new Money(800), "EUR"), UTF_8))
                .contains("\"premium\":[{\"percent\":8.875}]", "\"total\":871,");
    }

    private static String told(long price, String currency) {
        return new String(Costs.of(TARIFF, new Money(price), currency), UTF_8);
    }

    private static Rate percent(String percent) {
        return Rate.percent(new BigDecimal(percent));
    }
}
