package io.gavel.settlement.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.lot.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.SplittableRandom;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TariffTest {

    /** RULES' example: 25 % to 500,000.00, 20 % above. */
    private static final Premium TWO_BANDS =
            new Premium(List.of(bracket(500_000L, "25"), bracket(null, "20")));

    private static final Premium THREE_BANDS =
            new Premium(
                    List.of(bracket(1_000L, "26"), bracket(2_000L, "20.5"), bracket(null, "14.5")));

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource({
        "EUR,          0,        0",
        "EUR,          1,        0", // 0.25 cents
        "EUR,          2,        1", // 0.5 cents: half up
        "EUR,          3,        1", // 0.75
        "EUR,          6,        2", // 1.5
        "EUR,     20_500,    5_125",
        "EUR, 49_999_999, 12_500_000",
        "EUR, 50_000_000, 12_500_000", // the end belongs to the bracket
        "EUR, 50_000_001, 12_500_000", // 0.2 of a cent more
        "EUR, 50_000_002, 12_500_000", // 0.4
        "EUR, 50_000_003, 12_500_001", // 0.6
        "EUR, 80_000_000, 18_500_000",
        "EUR, 1_000_000_000_000_000, 200_000_002_500_000",
        "JPY,    500_000,   125_000", // no decimals: the bracket ends at 500,000 yen
        "JPY,    500_003,   125_001",
        "JPY,          2,         1",
        "KWD, 500_000_000, 125_000_000", // three: at 500,000.000 dinars
        "KWD, 500_000_003, 125_000_001",
        "KWD,         10,         3"
    })
    void the_premium_is_right_to_the_minor_unit(String currency, String hammer, String premium) {
        assertThat(TWO_BANDS.on(amount(currency, hammer))).isEqualTo(amount(currency, premium));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "100_000, 26_000", // 1,000.00: 26 %
        "100_001, 26_000", // 0.205 more
        "100_003, 26_001", // 0.615 more
        "200_000, 46_500", // 260 + 205
        "200_004, 46_501", // 0.58 more
        "333_333, 65_833" // 260 + 205 + 193.33285: .33285 + .0 = 658.33285
    })
    void brackets_are_summed_exactly_and_rounded_once(String hammer, String premium) {
        assertThat(THREE_BANDS.on(amount("EUR", hammer))).isEqualTo(amount("EUR", premium));
    }

    @ParameterizedTest(name = "{0} {1} % of {2}: {3}")
    @CsvSource({
        "EUR, 19,      1,     0",
        "EUR, 19,      3,     1", // 0.57
        "EUR, 50,      1,     1", // half up
        "EUR, 8.875,   800,   71", // 71.0
        "EUR, 8.875,   804,   71", // 71.355
        "EUR, 8.875,   806,   72", // 71.5325
        "EUR, 0.0001,  499_999, 0",
        "EUR, 0.0001,  500_000, 1",
        "EUR, 100,     7,     7",
        "JPY, 10,      15,    2", // 1.5 yen
        "KWD, 5,       1_010, 51" // 50.5 fils
    })
    void a_rate_rounds_half_up(String currency, String percent, String of, String result) {
        assertThat(Rate.percent(new BigDecimal(percent)).of(amount(currency, of)))
                .isEqualTo(amount(currency, result));
    }

    @Test
    void the_lines_of_a_bill_add_up() {
        Tariff tariff =
                tariff(
                        rule(TaxRule.Line.HAMMER, null, "7"),
                        rule(TaxRule.Line.PREMIUM, null, "19"));

        Bill bill = tariff.bill(new Money(20_507), "EUR");

        assertThat(bill.hammer().minor()).isEqualTo(20_507);
        assertThat(bill.hammerTax().minor()).isEqualTo(1_435); // 1435.49
        assertThat(bill.premium().minor()).isEqualTo(5_127); // 5126.75
        assertThat(bill.premiumTax().minor()).isEqualTo(974); // 974.13, of the rounded premium
        assertThat(bill.total().minor()).isEqualTo(20_507 + 1_435 + 5_127 + 974);
    }

    @Test
    void the_first_tax_rule_that_fits_counts_and_without_one_there_is_no_tax() {
        Tariff tariff =
                tariff(
                        rule(TaxRule.Line.PREMIUM, "JPY", "10"),
                        rule(TaxRule.Line.PREMIUM, null, "20"));

        assertThat(tariff.bill(new Money(1_000), "JPY").premiumTax().minor()).isEqualTo(25);
        assertThat(tariff.bill(new Money(1_000), "EUR").premiumTax().minor()).isEqualTo(50);
        assertThat(tariff.bill(new Money(1_000), "EUR").hammerTax().minor()).isZero();
    }

    @Test
    void the_seller_gets_the_hammer_price_less_commission() {
        Proceeds proceeds = tariff().proceeds(new Money(20_505), "EUR");

        assertThat(proceeds.commission().minor()).isEqualTo(2_051); // 2050.5
        assertThat(proceeds.net().minor()).isEqualTo(18_454);
    }

    @Test
    void who_bids_more_never_pays_less_and_all_lines_add_up() {
        long seed = 20261125;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            long less = random.nextLong(Money.MAX_MINOR);
            long more = random.nextLong(less, Math.min(Money.MAX_MINOR, less + 1_000_000) + 1);
            String currency = List.of("EUR", "JPY", "KWD").get(random.nextInt(3));
            Bill small = tariff().bill(new Money(less), currency);
            Bill large = tariff().bill(new Money(more), currency);
            assertThat(large.total().minor())
                    .describedAs("seed %s: %s against %s %s", seed, more, less, currency)
                    .isGreaterThanOrEqualTo(small.total().minor());
        }
    }

    @Test
    void the_largest_price_at_the_highest_rates_is_still_an_amount() {
        Tariff tariff =
                new Tariff(
                        new Premium(List.of(bracket(null, "100"))),
                        Rate.NONE,
                        List.of(
                                rule(TaxRule.Line.HAMMER, null, "100"),
                                rule(TaxRule.Line.PREMIUM, null, "100")));

        assertThat(tariff.bill(new Money(Money.MAX_MINOR), "EUR").total().minor())
                .isEqualTo(4 * Money.MAX_MINOR);
    }

    @Test
    void negative_and_huge_amounts_are_refused() {
        assertThatThrownBy(() -> TWO_BANDS.on(amount("EUR", "-1")))
                .hasMessage("hammer: -0.01 EUR (expected: 0 or more)");
        assertThatThrownBy(() -> new Rate(1).of(amount("JPY", "-5")))
                .hasMessage("-5 JPY (expected: 0 or more)");
        assertThatThrownBy(() -> new Amount("EUR", 1L << 53))
                .hasMessageStartingWith("9007199254740992 (expected:");
        assertThatThrownBy(() -> new Amount("EUR", Amount.MAX_MINOR).plus(new Amount("EUR", 1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Amount("EUR", Long.MIN_VALUE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_bounds_themselves_are_allowed() {
        assertThat(new Amount("EUR", Amount.MAX_MINOR).negated().minor())
                .isEqualTo(-Amount.MAX_MINOR);
        assertThat(new Rate(0).of(amount("EUR", "100")).minor()).isZero();
        assertThat(new Rate(1_000_000).of(amount("EUR", "0")).minor()).isZero();
        assertThat(new Rate(82_500).text()).isEqualTo("8.25 %");
        assertThat(new Rate(200_000).text()).isEqualTo("20 %");
        Premium endless = new Premium(List.of(bracket(Long.MAX_VALUE, "10"), bracket(null, "50")));
        assertThat(endless.on(amount("KWD", "1_000_000")).minor()).isEqualTo(100_000);
    }

    @Test
    void every_currency_that_can_be_listed_has_its_decimals() {
        for (Currency currency : Currency.getAvailableCurrencies()) {
            String code = currency.getCurrencyCode();
            int decimals =
                    CurrencyUnit.registeredCurrencies().stream()
                            .filter(unit -> unit.getCode().equals(code))
                            .findFirst()
                            .map(CurrencyUnit::getDecimalPlaces)
                            .orElseGet(currency::getDefaultFractionDigits);
            assertThat(Currencies.decimals(code)).as(code).isEqualTo(Math.max(0, decimals));
        }
    }

    @Test
    void currencies_are_not_mixed() {
        assertThatThrownBy(() -> new Amount("EUR", 1).plus(new Amount("USD", 1)))
                .hasMessage("USD (expected: EUR)");
    }

    @ParameterizedTest
    @CsvSource({
        "EUR, 123_450, '1,234.50 EUR'",
        "JPY, 123_450, '123,450 JPY'",
        "KWD, 123_450, '123.450 KWD'",
        "EUR, -5,      -0.05 EUR",
        "DEM, 100,     1.00 DEM", // withdrawn, and the JDK still lists it
        "XAU, 3,       3 XAU" // an ounce of gold has no minor unit
    })
    void an_amount_is_read_in_its_currencys_decimals(String currency, String minor, String text) {
        assertThat(amount(currency, minor).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eur", "EURO", "QQQ"})
    void what_is_no_currency_is_refused(String code) {
        assertThatThrownBy(() -> new Amount(code, 1)).hasMessageStartingWith("currency: " + code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "100.0001", "1.23456", "99999999999"})
    void a_rate_out_of_bounds_is_refused(String percent) {
        assertThatThrownBy(() -> Rate.percent(new BigDecimal(percent)))
                .hasMessageStartingWith("rate: " + percent);
    }

    @Test
    void brackets_ascend_and_only_the_last_is_open() {
        assertThatThrownBy(() -> new Premium(List.of())).hasMessageContaining("no bracket");
        assertThatThrownBy(() -> new Premium(List.of(bracket(5L, "1"))))
                .hasMessageContaining("none for the last");
        assertThatThrownBy(() -> new Premium(List.of(bracket(null, "1"), bracket(null, "1"))))
                .hasMessageContaining("none for the last");
        assertThatThrownBy(() ->
                        new Premium(
                                List.of(bracket(5L, "2"), bracket(5L, "1"), bracket(null, "1"))))
                .hasMessageContaining("up to 5 after 5");
    }

    private static Tariff tariff(TaxRule... taxes) {
        return new Tariff(TWO_BANDS, Rate.percent(BigDecimal.TEN), List.of(taxes));
    }

    private static TaxRule rule(TaxRule.Line line, String currency, String percent) {
        return new TaxRule(line, currency, Rate.percent(new BigDecimal(percent)));
    }

    private static Premium.Bracket bracket(Long upTo, String percent) {
        return new Premium.Bracket(upTo, Rate.percent(new BigDecimal(percent)));
    }

    private static Amount amount(String currency, String minor) {
        return new Amount(currency, Long.parseLong(minor.replace("_", "").strip()));
    }
}
