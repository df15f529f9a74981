package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.settlement.money.Premium;
import io.gavel.settlement.money.Rate;
import io.gavel.settlement.money.Tariff;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** A lamp of Bob's that was knocked down to Alice at 200.00 EUR; Carol and Dave bid as well. */
public final class SaleOnStage {

    public static final LotId LOT = LotId.parse("0197b1c2-3d4e-7f50-8a61-72839405a6b7");
    public static final AccountId BOB = new AccountId("bob");
    static final AccountId ALICE = new AccountId("alice");
    static final AccountId CAROL = new AccountId("carol");
    static final AccountId DAVE = new AccountId("dave");
    public static final Instant NOW = Instant.parse("2026-11-22T14:00:00Z");

    public static final Terms TERMS =
            new Terms(
                    new Tariff(
                            new Premium(
                                    List.of(
                                            new Premium.Bracket(
                                                    null, Rate.percent(new BigDecimal(25))))),
                            Rate.percent(BigDecimal.TEN),
                            List.of()),
                    Duration.ofDays(3),
                    Duration.ofDays(1),
                    Duration.ofDays(1),
                    3);

    static final Underbid CAROLS = new Underbid(CAROL, new Paddle(2), new Money(19_000), 7);
    static final Underbid DAVES = new Underbid(DAVE, new Paddle(3), new Money(15_000), 3);
    static final Underbid ALICES = new Underbid(ALICE, new Paddle(1), new Money(25_000), 9);

    private SaleOnStage() {}

    public static Circumstances around(Instant now, Underbid... ladder) {
        return new Circumstances(now, TERMS, List.of(ladder), AtProvider.NOTHING);
    }

    /** Awaiting Alice's payment of 250.00. */
    static LotSale sold() {
        return opened(CloseOutcome.SOLD);
    }

    static LotSale opened(CloseOutcome outcome) {
        ClosedLot closed =
                new ClosedLot(
                        LOT,
                        19,
                        NOW,
                        outcome,
                        new Money(20_000),
                        new Paddle(1),
                        new ClosedLot.Listed(BOB, "Lamp", "EUR"),
                        ALICE);
        return ((Verdict.Settled) SaleDecider.decide(closed, around(NOW))).sale();
    }

    /** After an input that must move it. */
    static LotSale after(LotSale sale, Input input, Instant now, Underbid... ladder) {
        return moved(sale, input, around(now, ladder)).sale();
    }

    static Step.Moved moved(LotSale sale, Input input, Circumstances around) {
        Step step = SaleDecider.decide(sale, input, around);
        if (step instanceof Step.Moved moved) {
            return moved;
        }
        throw new AssertionError(step + " (expected: moved)");
    }

    static Instant deadline(LotSale sale) {
        return sale.state() instanceof State.Timed timed ? timed.deadline() : NOW;
    }

    static LotSale declined(LotSale sale) {
        return after(sale, new Input.PaymentDeclined(sale.charges().getLast().key(), "card"), NOW);
    }

    static LotSale defaulted(LotSale sale) {
        return after(sale, new Input.DeadlinePassed(), deadline(sale));
    }

    static LotSale offered() {
        LotSale defaulted = defaulted(sold());
        return after(
                defaulted, new Input.DeadlinePassed(), deadline(defaulted), DAVES, CAROLS, ALICES);
    }

    static LotSale accepted() {
        return after(offered(), new Input.AcceptOffer(CAROL), NOW);
    }

    static LotSale paid(LotSale sale) {
        Charge charge = sale.charges().getLast();
        return after(sale, new Input.PaymentReceived(charge.key(), charge.amount()), NOW);
    }

    static LotSale declinedByAll() {
        return after(offered(), new Input.DeclineOffer(CAROL), NOW, CAROLS, ALICES);
    }

    static LotSale cancelled(LotSale sale) {
        return after(sale, new Input.Cancel(new AccountId("olga"), "stolen"), NOW);
    }
}
