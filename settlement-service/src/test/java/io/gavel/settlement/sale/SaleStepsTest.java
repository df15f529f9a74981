package io.gavel.settlement.sale;

import static io.gavel.settlement.sale.SaleOnStage.CAROL;
import static io.gavel.settlement.sale.SaleOnStage.DAVE;
import static io.gavel.settlement.sale.SaleOnStage.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.money.Amount;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state with every input; what is not in the table is refused. */
class SaleStepsTest {

    private static final LotId OTHER = LotId.parse("0197b1c2-3d4e-7f50-8a61-000000000001");

    private static final Map<String, Supplier<LotSale>> STATES = new LinkedHashMap<>();
    private static final Map<String, Function<LotSale, Step>> INPUTS = new LinkedHashMap<>();

    static {
        STATES.put("charge-asked", SaleOnStage::sold);
        STATES.put("charge-declined", () -> SaleOnStage.declined(SaleOnStage.sold()));
        STATES.put("charges-exhausted", SaleStepsTest::exhausted);
        STATES.put("defaulted", () -> SaleOnStage.defaulted(SaleOnStage.sold()));
        STATES.put("another-term", SaleStepsTest::anotherTerm);
        STATES.put("offered", SaleOnStage::offered);
        STATES.put("accepted", SaleOnStage::accepted);
        STATES.put("defaulted-again", () -> SaleOnStage.defaulted(SaleOnStage.accepted()));
        STATES.put("paid", () -> SaleOnStage.paid(SaleOnStage.sold()));
        STATES.put("sold-by-offer", () -> SaleOnStage.paid(SaleOnStage.accepted()));
        STATES.put("unsold-at-the-hammer", () -> SaleOnStage.opened(CloseOutcome.UNSOLD));
        STATES.put("unsold-after-offers", SaleOnStage::declinedByAll);
        STATES.put("relisted", SaleStepsTest::relisted);
        STATES.put("withdrawn", () -> SaleOnStage.opened(CloseOutcome.CANCELLED));
        STATES.put("cancelled", () -> SaleOnStage.cancelled(SaleOnStage.sold()));

        STATES.put("owing-back", SaleStepsTest::owingBack);
        STATES.put("given-back", SaleStepsTest::givenBack);

        INPUTS.put("first-charge-collected", sale -> collected(sale, 0));
        INPUTS.put("last-charge-collected", sale -> collected(sale, sale.charges().size() - 1));
        INPUTS.put("last-charge-by-hand", SaleStepsTest::writtenDown);
        INPUTS.put("deadline-while-collecting", SaleStepsTest::dueWhileCollecting);
        INPUTS.put("wrong-amount", SaleStepsTest::wrongAmount);
        INPUTS.put("charge-of-another", sale -> at(sale, received(key(OTHER), 25_000)));
        INPUTS.put("last-charge-declined", SaleStepsTest::declined);
        INPUTS.put("too-early", sale -> early(sale));
        INPUTS.put("deadline", sale -> due(sale, SaleOnStage.CAROLS, SaleOnStage.DAVES));
        INPUTS.put("deadline-nobody-left", sale -> due(sale, SaleOnStage.ALICES));
        INPUTS.put("accept", sale -> at(sale, new Input.AcceptOffer(CAROL)));
        INPUTS.put("accept-by-another", sale -> at(sale, new Input.AcceptOffer(DAVE)));
        INPUTS.put("accept-too-late", sale -> late(sale, new Input.AcceptOffer(CAROL)));
        INPUTS.put("decline", sale -> at(sale, new Input.DeclineOffer(CAROL)));
        INPUTS.put("decline-by-another", sale -> at(sale, new Input.DeclineOffer(DAVE)));
        INPUTS.put("cancel", sale -> at(sale, cancel("stolen")));
        INPUTS.put("cancel-without-reason", sale -> at(sale, cancel(" ")));
        INPUTS.put("pay", sale -> at(sale, new Input.PayAgain(SaleOnStage.ALICE)));
        INPUTS.put("first-charge-given-back", sale -> at(sale, new Input.GivenBack(first(sale))));
        INPUTS.put("refund-retried", SaleStepsTest::refundRetried);
        INPUTS.put("retry", sale -> at(sale, new Input.Retry()));
        INPUTS.put("relist", sale -> at(sale, new Input.Relist(OTHER)));
        INPUTS.put(
                "relist-as-a-third",
                sale ->
                        at(
                                sale,
                                new Input.Relist(
                                        LotId.parse("0197b1c2-3d4e-7f50-8a61-000000000002"))));
        INPUTS.put("relist-as-itself", sale -> at(sale, new Input.Relist(SaleOnStage.LOT)));
    }

    private static final String TABLE =
            """
            charge-asked
              first-charge-collected = paid, Received, Statement
              last-charge-collected  = paid, Received, Statement
              last-charge-by-hand    = paid, Received, Statement
              last-charge-declined   = awaiting-payment
              too-early              = unchanged
              deadline               = defaulted, CreditNote, Strike
              deadline-nobody-left   = defaulted, CreditNote, Strike
              deadline-while-collecting = defaulted, CreditNote
              cancel                 = cancelled, CreditNote
            charge-declined
              first-charge-collected = paid, Received, Statement
              last-charge-collected  = paid, Received, Statement
              last-charge-by-hand    = paid, Received, Statement
              last-charge-declined   = unchanged
              too-early              = unchanged
              deadline               = defaulted, CreditNote, Strike
              deadline-nobody-left   = defaulted, CreditNote, Strike
              deadline-while-collecting = defaulted, CreditNote, Strike
              cancel                 = cancelled, CreditNote
              retry                  = awaiting-payment, Collect
              pay                    = awaiting-payment, Collect
            charges-exhausted
              first-charge-collected = paid, Received, Statement
              last-charge-collected  = paid, Received, Statement
              last-charge-by-hand    = paid, Received, Statement
              last-charge-declined   = unchanged
              too-early              = unchanged
              deadline               = defaulted, CreditNote, Strike
              deadline-nobody-left   = defaulted, CreditNote, Strike
              deadline-while-collecting = defaulted, CreditNote, Strike
              cancel                 = cancelled, CreditNote
            defaulted
              first-charge-collected = defaulted, OwedBack
              last-charge-collected  = defaulted, OwedBack
              last-charge-by-hand    = defaulted, OwedBack
              last-charge-declined   = defaulted
              too-early              = unchanged
              deadline               = offered
              deadline-nobody-left   = unsold
              deadline-while-collecting = unsold
              cancel                 = cancelled
              retry                  = awaiting-payment, Invoice
            another-term
              first-charge-collected = paid, Received, Statement
              last-charge-collected  = paid, Received, Statement
              last-charge-by-hand    = paid, Received, Statement
              last-charge-declined   = awaiting-payment
              too-early              = unchanged
              deadline               = defaulted, CreditNote, Strike
              deadline-nobody-left   = defaulted, CreditNote, Strike
              deadline-while-collecting = defaulted, CreditNote
              cancel                 = cancelled, CreditNote
            offered
              first-charge-collected = offered, OwedBack
              last-charge-collected  = offered, OwedBack
              last-charge-by-hand    = offered, OwedBack
              last-charge-declined   = offered
              too-early              = unchanged
              deadline               = offered
              deadline-nobody-left   = unsold
              deadline-while-collecting = unsold
              accept                 = awaiting-payment, Invoice, Collect
              decline                = unsold
              cancel                 = cancelled
            accepted
              first-charge-collected = awaiting-payment, OwedBack
              last-charge-collected  = sold-by-offer, Received, Statement
              last-charge-by-hand    = sold-by-offer, Received, Statement
              last-charge-declined   = awaiting-payment
              too-early              = unchanged
              deadline               = defaulted, CreditNote, Strike
              deadline-nobody-left   = defaulted, CreditNote, Strike
              deadline-while-collecting = defaulted, CreditNote
              cancel                 = cancelled, CreditNote
            defaulted-again
              first-charge-collected = defaulted, OwedBack
              last-charge-collected  = defaulted, OwedBack
              last-charge-by-hand    = defaulted, OwedBack
              last-charge-declined   = defaulted
              too-early              = unchanged
              deadline               = offered
              deadline-nobody-left   = unsold
              deadline-while-collecting = unsold
              cancel                 = cancelled
              retry                  = awaiting-payment, Invoice
            paid
              first-charge-collected = unchanged
              last-charge-collected  = unchanged
              last-charge-by-hand    = unchanged
              last-charge-declined   = unchanged
              too-early              = unchanged
              deadline               = unchanged
              deadline-nobody-left   = unchanged
              deadline-while-collecting = unchanged
            sold-by-offer
              first-charge-collected = sold-by-offer, OwedBack
              last-charge-collected  = unchanged
              last-charge-by-hand    = unchanged
              last-charge-declined   = unchanged
              too-early              = unchanged
              deadline               = unchanged
              deadline-nobody-left   = unchanged
              deadline-while-collecting = unchanged
            unsold-at-the-hammer
              too-early              = unchanged
              deadline               = unchanged
              deadline-nobody-left   = unchanged
              deadline-while-collecting = unchanged
              relist                 = unsold
              relist-as-a-third      = unsold
            unsold-after-offers
              first-charge-collected = unsold, OwedBack
              last-charge-collected  = unsold, OwedBack
              last-charge-by-hand    = unsold, OwedBack
              last-charge-declined   = unsold
              too-early              = unchanged
              deadline               = unchanged
              deadline-nobody-left   = unchanged
              deadline-while-collecting = unchanged
              relist                 = unsold
              relist-as-a-third      = unsold
            relisted
              first-charge-collected = unsold, OwedBack
              last-charge-collected  = unsold, OwedBack
              last-charge-by-hand    = unsold, OwedBack
              last-charge-declined   = unsold
              too-early              = unchanged
              deadline               = unchanged
              deadline-nobody-left   = unchanged
              deadline-while-collecting = unchanged
              relist                 = unchanged
            withdrawn
              too-early              = unchanged
              deadline               = unchanged
              deadline-nobody-left   = unchanged
              deadline-while-collecting = unchanged
            cancelled
              first-charge-collected = cancelled, OwedBack
              last-charge-collected  = cancelled, OwedBack
              last-charge-by-hand    = cancelled, OwedBack
              last-charge-declined   = cancelled
              too-early              = unchanged
              deadline               = unchanged
              deadline-nobody-left   = unchanged
              deadline-while-collecting = unchanged
            owing-back
              first-charge-collected = unchanged
              last-charge-collected  = unchanged
              last-charge-by-hand    = unchanged
              last-charge-declined   = unchanged
              too-early              = unchanged
              deadline               = unchanged
              deadline-nobody-left   = unchanged
              deadline-while-collecting = unchanged
              first-charge-given-back = cancelled, GivenBack
              refund-retried         = cancelled, GiveBack
            given-back
              first-charge-collected = unchanged
              last-charge-collected  = unchanged
              last-charge-by-hand    = unchanged
              last-charge-declined   = unchanged
              too-early              = unchanged
              deadline               = unchanged
              deadline-nobody-left   = unchanged
              deadline-while-collecting = unchanged
              first-charge-given-back = unchanged
            """;

    static Stream<Arguments> cases() {
        Map<String, String> table = table();
        return STATES.keySet().stream()
                .flatMap(state ->
                        INPUTS.keySet().stream()
                                .map(input ->
                                        Arguments.of(
                                                state,
                                                input,
                                                table.getOrDefault(
                                                        state + " " + input, "refused"))));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @MethodSource("cases")
    void is_as_in_the_table(String state, String input, String expected) {
        Step step = INPUTS.get(input).apply(STATES.get(state).get());

        assertThat(
                        switch (step) {
                            case Step.Unchanged() -> "unchanged";
                            case Step.Refused(String why) -> {
                                assertThat(why).matches("[a-z]+: .+ \\(expected: .+\\)");
                                yield "refused";
                            }
                            case Step.Moved moved -> result(moved);
                        })
                .isEqualTo(expected);
    }

    @Test
    void the_table_names_only_states_and_inputs_that_there_are() {
        Set<String> known = new HashSet<>();
        STATES.keySet()
                .forEach(state -> INPUTS.keySet().forEach(input -> known.add(state + " " + input)));

        assertThat(known).containsAll(table().keySet());
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "paid | cancel | cancel: the sale is paid (expected: one that is not final)",
                "paid | retry | retry: the sale is paid (expected: awaiting-payment or defaulted)",
                "paid | accept | accept: the sale is paid (expected: offered)",
                "paid | relist | relist: the sale is paid (expected: unsold)",
                "offered | accept-by-another | accept: the offer is another's (expected: one's"
                        + " own)",
                "offered | accept-too-late | accept: at 2026-11-27T14:00:00Z (expected: before"
                        + " 2026-11-27T14:00:00Z)",
                "offered | decline-by-another | decline: the offer is another's (expected: one's"
                        + " own)",
                "offered | cancel-without-reason | cancel: no reason (expected: one)",
                "charge-asked | wrong-amount | payment: 250.01 EUR (expected: 250.00 EUR)",
                "charge-asked | charge-of-another | charge:"
                        + " 0197b1c2-3d4e-7f50-8a61-000000000001/0/0 (expected: one of this sale)",
                "charge-asked | retry | retry: the charge has no answer yet (expected: a declined"
                        + " one)",
                "charges-exhausted | retry | retry: no attempt left (expected: at most 3)",
                "relisted | relist-as-a-third | relist: as 0197b1c2-3d4e-7f50-8a61-000000000002"
                        + " (expected: as before, 0197b1c2-3d4e-7f50-8a61-000000000001)",
                "unsold-at-the-hammer | relist-as-itself | relist: as"
                        + " 0197b1c2-3d4e-7f50-8a61-72839405a6b7 (expected: another lot)"
            })
    void a_refusal_says_what_came_and_what_was_expected(String state, String input, String why) {
        assertThat(INPUTS.get(input).apply(STATES.get(state).get()))
                .isEqualTo(new Step.Refused(why));
    }

    private static Map<String, String> table() {
        Map<String, String> table = new LinkedHashMap<>();
        String state = "";
        for (String line : TABLE.lines().toList()) {
            if (line.startsWith(" ")) {
                String[] cells = line.split("=", 2);
                table.put(state + " " + cells[0].strip(), cells[1].strip());
            } else {
                state = line;
            }
        }
        return table;
    }

    private static String result(Step.Moved moved) {
        return Stream.concat(
                        Stream.of(moved.sale().state().word().word()),
                        moved.effects().stream().map(effect -> effect.getClass().getSimpleName()))
                .collect(Collectors.joining(", "));
    }

    private static LotSale exhausted() {
        LotSale sale = SaleOnStage.declined(SaleOnStage.sold());
        for (int i = 1; i < SaleOnStage.TERMS.attempts(); i++) {
            sale = SaleOnStage.declined(SaleOnStage.after(sale, new Input.Retry(), NOW));
        }
        return sale;
    }

    private static LotSale anotherTerm() {
        return SaleOnStage.after(SaleOnStage.defaulted(SaleOnStage.sold()), new Input.Retry(), NOW);
    }

    private static LotSale owingBack() {
        return SaleOnStage.paid(SaleOnStage.cancelled(SaleOnStage.sold()));
    }

    private static LotSale givenBack() {
        return SaleOnStage.after(owingBack(), new Input.GivenBack(first(owingBack())), NOW);
    }

    private static ChargeKey first(LotSale sale) {
        return sale.charges().isEmpty() ? key(SaleOnStage.LOT) : sale.charges().getFirst().key();
    }

    /** By a provider that has collected it. */
    private static Step refundRetried(LotSale sale) {
        return SaleDecider.decide(
                sale,
                new Input.GiveBackAgain(first(sale)),
                new Circumstances(
                        NOW,
                        SaleOnStage.TERMS,
                        List.of(),
                        new AtProvider(Set.of(), Set.of(first(sale)), Set.of())));
    }

    private static LotSale relisted() {
        return SaleOnStage.after(SaleOnStage.declinedByAll(), new Input.Relist(OTHER), NOW);
    }

    private static Step at(LotSale sale, Input input) {
        return SaleDecider.decide(sale, input, SaleOnStage.around(NOW));
    }

    private static Step late(LotSale sale, Input input) {
        return SaleDecider.decide(sale, input, SaleOnStage.around(SaleOnStage.deadline(sale)));
    }

    private static Step early(LotSale sale) {
        return SaleDecider.decide(
                sale,
                new Input.DeadlinePassed(),
                SaleOnStage.around(SaleOnStage.deadline(sale).minusNanos(1), SaleOnStage.CAROLS));
    }

    private static Step due(LotSale sale, Underbid... ladder) {
        return SaleDecider.decide(
                sale,
                new Input.DeadlinePassed(),
                SaleOnStage.around(SaleOnStage.deadline(sale), ladder));
    }

    private static Step collected(LotSale sale, int index) {
        if (sale.charges().isEmpty()) {
            return at(sale, received(key(SaleOnStage.LOT), 25_000));
        }
        Charge charge = sale.charges().get(index);
        return at(sale, new Input.PaymentReceived(charge.key(), charge.amount()));
    }

    private static Step writtenDown(LotSale sale) {
        return sale.charges().isEmpty()
                ? at(sale, new Input.WrittenDown(received(key(SaleOnStage.LOT), 25_000)))
                : at(
                        sale,
                        new Input.WrittenDown(
                                new Input.PaymentReceived(
                                        sale.charges().getLast().key(),
                                        sale.charges().getLast().amount())));
    }

    private static Step dueWhileCollecting(LotSale sale) {
        Set<ChargeKey> all = sale.charges().stream().map(Charge::key).collect(Collectors.toSet());
        return SaleDecider.decide(
                sale,
                new Input.DeadlinePassed(),
                new Circumstances(
                        SaleOnStage.deadline(sale),
                        SaleOnStage.TERMS,
                        List.of(SaleOnStage.ALICES),
                        new AtProvider(all, Set.of(), Set.of())));
    }

    private static Step wrongAmount(LotSale sale) {
        return at(sale, received(key(SaleOnStage.LOT), 25_001));
    }

    private static Step declined(LotSale sale) {
        ChargeKey key =
                sale.charges().isEmpty() ? key(SaleOnStage.LOT) : sale.charges().getLast().key();
        return at(sale, new Input.PaymentDeclined(key, "card expired"));
    }

    private static Input.Money received(ChargeKey key, long minor) {
        return new Input.PaymentReceived(key, new Amount("EUR", minor));
    }

    private static ChargeKey key(LotId lot) {
        return new ChargeKey(lot, 0, 0);
    }

    private static Input cancel(String reason) {
        return new Input.Cancel(new AccountId("olga"), reason);
    }
}
