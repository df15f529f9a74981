package io.gavel.settlement.sale;

import java.util.Optional;

/** What becomes of money: asked for, declined, collected, owed back. */
final class ChargeSteps {

    private ChargeSteps() {}

    /** Pays for the lot if it is owed; else it is owed back. Said again, it changes nothing. */
    static Step received(LotSale sale, Input.PaymentReceived received) {
        Optional<Charge> found = sale.charge(received.charge());
        if (found.isEmpty()) {
            return unknown(received.charge());
        }
        Charge charge = found.get();
        if (!charge.amount().equals(received.amount())) {
            return new Step.Refused(
                    "payment: " + received.amount() + " (expected: " + charge.amount() + ")");
        }
        return switch (charge.status()) {
            case TAKEN, OWED_BACK -> new Step.Unchanged();
            case ASKED, DECLINED ->
                    sale.state() instanceof State.AwaitingPayment(Demand demand)
                                    && demand.round() == charge.key().round()
                            ? paid(sale, demand, charge.with(Charge.Status.TAKEN))
                            : owedBack(sale, charge.with(Charge.Status.OWED_BACK));
        };
    }

    private static Step paid(LotSale sale, Demand demand, Charge taken) {
        State end =
                demand.round() == 0
                        ? new State.Paid(demand, taken.key())
                        : new State.SoldByOffer(demand, taken.key());
        return new Step.Moved(
                sale.with(taken).in(end), new Effect.Received(taken), new Effect.Statement(demand));
    }

    private static Step owedBack(LotSale sale, Charge owedBack) {
        return new Step.Moved(sale.with(owedBack), new Effect.OwedBack(owedBack));
    }

    /** Late news of a charge that was collected after all is no news. */
    static Step declined(LotSale sale, Input.PaymentDeclined declined) {
        Optional<Charge> found = sale.charge(declined.charge());
        if (found.isEmpty()) {
            return unknown(declined.charge());
        }
        return found.get().status() == Charge.Status.ASKED
                ? new Step.Moved(sale.with(found.get().with(Charge.Status.DECLINED)))
                : new Step.Unchanged();
    }

    static Step retry(LotSale sale, Circumstances around) {
        return switch (sale.state()) {
            case State.AwaitingPayment(Demand demand) -> chargeAgain(sale, demand, around);
            case State.Defaulted(Demand demand, _) -> anotherTerm(sale, demand, around);
            case State.Offered _, State.Final _ ->
                    SaleDecider.refused("retry", sale.state(), "awaiting-payment or defaulted");
        };
    }

    private static Step chargeAgain(LotSale sale, Demand demand, Circumstances around) {
        if (isOpen(sale, demand)) {
            return new Step.Refused(
                    "retry: the charge has no answer yet (expected: a declined one)");
        }
        return isExhausted(sale, demand, around)
                ? exhausted(around)
                : new Step.Moved(sale.charging(demand));
    }

    /** A charge that has no answer yet stays the one that is asked for: two could both succeed. */
    private static Step anotherTerm(LotSale sale, Demand demand, Circumstances around) {
        boolean open = isOpen(sale, demand);
        if (!open && isExhausted(sale, demand, around)) {
            return exhausted(around);
        }
        Demand again = demand.dueAt(around.now().plus(around.terms().payWithin()));
        LotSale waiting = sale.in(new State.AwaitingPayment(again));
        return new Step.Moved(open ? waiting : waiting.charging(again), new Effect.Invoice(again));
    }

    private static boolean isOpen(LotSale sale, Demand demand) {
        return sale.lastCharge(demand.round())
                .filter(charge -> charge.status() == Charge.Status.ASKED)
                .isPresent();
    }

    private static boolean isExhausted(LotSale sale, Demand demand, Circumstances around) {
        return sale.charges().stream()
                        .filter(charge -> charge.key().round() == demand.round())
                        .count()
                >= around.terms().attempts();
    }

    private static Step exhausted(Circumstances around) {
        return new Step.Refused(
                "retry: no attempt left (expected: at most " + around.terms().attempts() + ")");
    }

    private static Step unknown(ChargeKey key) {
        return new Step.Refused("charge: " + key + " (expected: one of this sale)");
    }
}
