package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The way of a sale, from the hammer to its one final state (RULES, "Settlement"). */
public final class SaleDecider {

    private SaleDecider() {}

    /** Turns a closed lot into its sale: the same for whoever decides and however often. */
    public static Verdict decide(ClosedLot closed, Circumstances around) {
        ClosedLot.Listed listed = closed.listed();
        if (listed == null) {
            return new Verdict.Waiting(closed.lot(), "its listing");
        }
        Lot lot = lot(closed, listed);
        return switch (closed.outcome()) {
            case SOLD -> {
                AccountId buyer = closed.buyer();
                yield buyer == null
                        ? new Verdict.Waiting(closed.lot(), "the winner's decision")
                        : sold(lot, buyer, around);
            }
            case UNSOLD -> ended(lot, new State.Unsold(null));
            case CANCELLED -> ended(lot, new State.Cancelled(null));
        };
    }

    /** What an input does to a sale. */
    public static Step decide(LotSale sale, Input input, Circumstances around) {
        return switch (input) {
            case Input.Money money -> ChargeSteps.money(sale, money);
            case Input.WrittenDown(Input.Money said) -> HandSteps.writtenDown(sale, said, around);
            case Input.Retry() -> ChargeSteps.retry(sale, around);
            case Input.PayAgain(AccountId by) -> ChargeSteps.payAgain(sale, by, around);
            case Input.GiveBackAgain(ChargeKey charge) ->
                    ChargeSteps.giveBackAgain(sale, charge, around);
            case Input.DeadlinePassed() -> deadlinePassed(sale, around);
            case Input.AcceptOffer(AccountId by) -> OfferSteps.accept(sale, by, around);
            case Input.DeclineOffer(AccountId by) -> OfferSteps.decline(sale, by, around);
            case Input.Cancel cancel -> cancel(sale, cancel);
            case Input.Relist(LotId as) -> relist(sale, as);
        };
    }

    private static Verdict sold(Lot lot, AccountId buyer, Circumstances around) {
        Money hammer = known("hammer", lot.hammer());
        Paddle winner = known("winner", lot.winner());
        Demand demand = demand(lot, 0, buyer, winner, hammer, around);
        LotSale sale =
                new LotSale(lot, new State.AwaitingPayment(demand), List.of(), List.of(buyer))
                        .charging(demand);
        return new Verdict.Settled(sale, List.of(new Effect.Invoice(demand), sale.collect()));
    }

    private static Verdict ended(Lot lot, State.Final state) {
        return new Verdict.Settled(new LotSale(lot, state, List.of(), List.of()), List.of());
    }

    static Demand demand(
            Lot lot,
            int round,
            AccountId debtor,
            Paddle paddle,
            Money price,
            Circumstances around) {
        Terms terms = around.terms();
        return new Demand(
                round,
                debtor,
                paddle,
                terms.tariff().bill(price, lot.currency()),
                terms.tariff().proceeds(price, lot.currency()),
                around.now().plus(terms.payWithin()));
    }

    private static Step deadlinePassed(LotSale sale, Circumstances around) {
        return switch (sale.state()) {
            case State.Final _ -> new Step.Unchanged();
            case State.Timed timed when around.now().isBefore(timed.deadline()) ->
                    new Step.Unchanged();
            case State.AwaitingPayment(Demand demand) -> defaulted(sale, demand, around);
            case State.Defaulted _, State.Offered _ -> OfferSteps.next(sale, around);
        };
    }

    /** No strike for who may have paid: of what a provider is at, or is silent, he has no part. */
    private static Step defaulted(LotSale sale, Demand demand, Circumstances around) {
        Instant offersFrom = around.now().plus(around.terms().grace());
        LotSale defaulted = sale.in(new State.Defaulted(demand, offersFrom));
        Effect creditNote = new Effect.CreditNote(demand);
        return sale.isOpen(demand, around.atProvider())
                ? new Step.Moved(defaulted, creditNote)
                : new Step.Moved(
                        defaulted, creditNote, new Effect.Strike(demand.debtor(), demand.round()));
    }

    private static Step cancel(LotSale sale, Input.Cancel cancel) {
        if (cancel.reason().isBlank()) {
            return new Step.Refused("cancel: no reason (expected: one)");
        }
        LotSale cancelled =
                sale.in(new State.Cancelled(new State.Undone(cancel.by(), cancel.reason())));
        return switch (sale.state()) {
            case State.AwaitingPayment(Demand demand) ->
                    new Step.Moved(cancelled, new Effect.CreditNote(demand));
            case State.Defaulted _, State.Offered _ -> new Step.Moved(cancelled);
            case State.Final end -> refused("cancel", end, "one that is not final");
        };
    }

    private static Step relist(LotSale sale, LotId as) {
        if (!(sale.state() instanceof State.Unsold(LotId before))) {
            return refused("relist", sale.state(), "unsold");
        }
        if (as.equals(before)) {
            return new Step.Unchanged();
        }
        if (before != null || as.equals(sale.lot().id())) {
            return new Step.Refused(
                    "relist: as "
                            + as
                            + " (expected: "
                            + (before == null ? "another lot" : "as before, " + before)
                            + ")");
        }
        return new Step.Moved(sale.in(new State.Unsold(as)));
    }

    static Step refused(String what, State state, String expected) {
        return new Step.Refused(
                "%s: the sale is %s (expected: %s)".formatted(what, state.word().word(), expected));
    }

    private static <T> T known(String name, @Nullable T value) {
        if (value == null) {
            throw new IllegalArgumentException(name + ": missing (expected: there, as it is sold)");
        }
        return value;
    }

    private static Lot lot(ClosedLot closed, ClosedLot.Listed listed) {
        boolean sold = closed.outcome() == CloseOutcome.SOLD;
        return new Lot(
                closed.lot(),
                closed.version(),
                listed.title(),
                listed.currency(),
                listed.seller(),
                closed.outcome(),
                closed.at(),
                sold ? closed.hammer() : null,
                sold ? closed.winner() : null);
    }
}
