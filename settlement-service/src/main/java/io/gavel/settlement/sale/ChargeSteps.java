package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of money: asked for, declined, collected, owed back. */
final class ChargeSteps {

    private ChargeSteps() {}

    static Step money(LotSale sale, Input.Money money) {
        return switch (money) {
            case Input.PaymentReceived received -> received(sale, received);
            case Input.PaymentDeclined declined -> declined(sale, declined);
            case Input.GivenBack(ChargeKey charge) -> givenBack(sale, charge);
        };
    }

    /** Pays for the lot if it is owed; else it is owed back. Said again, it changes nothing. */
    private static Step received(LotSale sale, Input.PaymentReceived received) {
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
            case TAKEN, OWED_BACK, GIVEN_BACK -> new Step.Unchanged();
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
    private static Step declined(LotSale sale, Input.PaymentDeclined declined) {
        Optional<Charge> found = sale.charge(declined.charge());
        if (found.isEmpty()) {
            return unknown(declined.charge());
        }
        return found.get().status() == Charge.Status.ASKED
                ? new Step.Moved(sale.with(found.get().with(Charge.Status.DECLINED)))
                : new Step.Unchanged();
    }

    private static Step givenBack(LotSale sale, ChargeKey key) {
        Optional<Charge> found = sale.charge(key);
        if (found.isEmpty()) {
            return unknown(key);
        }
        Charge charge = found.get();
        return switch (charge.status()) {
            case GIVEN_BACK -> new Step.Unchanged();
            case OWED_BACK -> {
                Charge given = charge.with(Charge.Status.GIVEN_BACK);
                yield new Step.Moved(sale.with(given), new Effect.GivenBack(given));
            }
            case ASKED, DECLINED, TAKEN -> notOwedBack(charge);
        };
    }

    /** The operator has it tried once more; what is underway, or was given back, is not doubled. */
    static Step giveBackAgain(LotSale sale, ChargeKey key, Circumstances around) {
        Optional<Charge> found = sale.charge(key);
        if (found.isEmpty()) {
            return unknown(key);
        }
        if (found.get().status() != Charge.Status.OWED_BACK) {
            return notOwedBack(found.get());
        }
        if (around.atProvider().underway().contains(key)) {
            return underway(key);
        }
        return around.atProvider().collected().contains(key)
                ? new Step.Moved(sale, new Effect.GiveBack(found.get()))
                : new Step.Refused(
                        "charge: "
                                + key
                                + " was written down (expected: one a provider collected)");
    }

    private static Step notOwedBack(Charge charge) {
        return new Step.Refused(
                "charge: %s is %s (expected: owed-back)"
                        .formatted(charge.key(), charge.status().word()));
    }

    static Step underway(ChargeKey key) {
        return new Step.Refused(
                "charge: " + key + " is with the provider (expected: one it has done with)");
    }

    /** The debtor himself, and only while he is in time. */
    static Step payAgain(LotSale sale, AccountId by, Circumstances around) {
        if (!(sale.state() instanceof State.AwaitingPayment(Demand demand))) {
            return SaleDecider.refused("pay", sale.state(), "awaiting-payment");
        }
        return demand.debtor().equals(by)
                ? chargeAgain(sale, demand, around)
                : new Step.Refused("pay: the demand is another's (expected: one's own)");
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
        return isExhausted(sale, demand, around) ? exhausted(around) : charging(sale, demand);
    }

    private static Step charging(LotSale sale, Demand demand, Effect... also) {
        LotSale charging = sale.charging(demand);
        List<Effect> effects = new ArrayList<>(List.of(also));
        effects.add(charging.collect());
        return new Step.Moved(charging, effects);
    }

    /** A charge that has no answer yet stays the one that is asked for: two could both succeed. */
    private static Step anotherTerm(LotSale sale, Demand demand, Circumstances around) {
        boolean open = isOpen(sale, demand);
        if (!open && isExhausted(sale, demand, around)) {
            return exhausted(around);
        }
        Demand again = demand.dueAt(around.now().plus(around.terms().payWithin()));
        LotSale waiting = sale.in(new State.AwaitingPayment(again));
        Effect invoice = new Effect.Invoice(again);
        return open ? new Step.Moved(waiting, invoice) : charging(waiting, again, invoice);
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
