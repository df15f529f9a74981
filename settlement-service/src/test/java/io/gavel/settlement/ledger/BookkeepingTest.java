package io.gavel.settlement.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.settlement.money.Amount;
import io.gavel.settlement.money.Premium;
import io.gavel.settlement.money.Rate;
import io.gavel.settlement.money.Tariff;
import io.gavel.settlement.money.TaxRule;
import io.gavel.settlement.sale.Charge;
import io.gavel.settlement.sale.ChargeKey;
import io.gavel.settlement.sale.Demand;
import io.gavel.settlement.sale.Effect;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BookkeepingTest {

    private static final AccountId ALICE = new AccountId("alice");
    private static final AccountId BOB = new AccountId("bob");
    private static final Tariff TARIFF =
            new Tariff(
                    new Premium(List.of(new Premium.Bracket(null, percent("25")))),
                    percent("10"),
                    List.of(
                            new TaxRule(TaxRule.Line.HAMMER, null, percent("7")),
                            new TaxRule(TaxRule.Line.PREMIUM, null, percent("19"))));
    private static final Demand DEMAND =
            new Demand(
                    0,
                    ALICE,
                    new Paddle(1),
                    TARIFF.bill(new Money(20_507), "EUR"),
                    TARIFF.proceeds(new Money(20_507), "EUR"),
                    Instant.EPOCH);
    private static final Charge CHARGE =
            new Charge(
                    new ChargeKey(new LotId(new UUID(0, 1)), 0, 0),
                    ALICE,
                    new Amount("EUR", 28_043),
                    Charge.Status.ASKED);

    static Stream<Arguments> effects() {
        return Stream.of(
                Arguments.of(
                        new Effect.Invoice(DEMAND),
                        "invoice: buyer/alice 280.43 EUR, seller/bob -184.56 EUR, commission -20.51"
                                + " EUR, premium -51.27 EUR, tax -24.09 EUR"),
                Arguments.of(
                        new Effect.CreditNote(DEMAND),
                        "credit-note: buyer/alice -280.43 EUR, seller/bob 184.56 EUR, commission"
                                + " 20.51 EUR, premium 51.27 EUR, tax 24.09 EUR"),
                Arguments.of(
                        new Effect.Received(CHARGE),
                        "payment: cash 280.43 EUR, buyer/alice -280.43 EUR"),
                Arguments.of(
                        new Effect.OwedBack(CHARGE),
                        "owed-back: cash 280.43 EUR, owed-back/alice -280.43 EUR"),
                Arguments.of(new Effect.Statement(DEMAND), "nothing"),
                Arguments.of(new Effect.Strike(ALICE, 0), "nothing"));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("effects")
    void is_posted_as(Effect effect, String expected) {
        assertThat(Bookkeeping.entry(effect, BOB).map(BookkeepingTest::text).orElse("nothing"))
                .isEqualTo(expected);
    }

    @Test
    void an_entry_that_is_not_even_is_refused() {
        assertThatThrownBy(() -> entry(line("EUR", 1), line("EUR", -2)))
                .hasMessageStartingWith("sum: -0.01 EUR (expected: 0)");
        assertThatThrownBy(() -> entry(line("EUR", 1), line("USD", -1)))
                .hasMessage("USD (expected: EUR)");
        assertThatThrownBy(BookkeepingTest::entry).hasMessage("no line (expected: some)");
    }

    private static Entry entry(Entry.Line... lines) {
        return new Entry(Entry.Kind.PAYMENT, List.of(lines));
    }

    private static Entry.Line line(String currency, long minor) {
        return new Entry.Line(Account.CASH, new Amount(currency, minor));
    }

    private static String text(Entry entry) {
        return entry.kind().word()
                + ": "
                + String.join(
                        ", ",
                        entry.lines().stream()
                                .map(line -> line.account() + " " + line.amount())
                                .toList());
    }

    private static Rate percent(String percent) {
        return Rate.percent(new BigDecimal(percent));
    }
}
