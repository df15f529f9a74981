package io.gavel.settlement.sale;

import java.util.Optional;

/** What operators write down of money. */
final class HandSteps {

    private HandSteps() {}

    /** What a provider is at, it says itself: two words on it could both be acted upon. */
    static Step writtenDown(LotSale sale, Input.Money said, Circumstances around) {
        if (around.atProvider().underway().contains(said.charge())) {
            return ChargeSteps.underway(said.charge());
        }
        return switch (said) {
            case Input.PaymentReceived received -> received(sale, received);
            case Input.PaymentDeclined declined -> declined(sale, declined, around);
            case Input.GivenBack _ -> ChargeSteps.money(sale, said);
        };
    }

    /**
     * Money for a declined charge came another way, and gets a charge of its own: should the
     * provider have collected the declined one after all, there are two sums. Only after the last
     * of a round, so that it is not written down twice.
     */
    private static Step received(LotSale sale, Input.PaymentReceived received) {
        Optional<Charge> declined =
                sale.charge(received.charge())
                        .filter(charge -> charge.status() == Charge.Status.DECLINED);
        if (declined.isEmpty()) {
            return ChargeSteps.money(sale, received);
        }
        ChargeKey last = sale.lastCharge(received.charge().round()).orElseThrow().key();
        if (!last.equals(received.charge())) {
            return new Step.Refused(
                    "charge: %s is declined (expected: the last of its round, %s)"
                            .formatted(received.charge(), last));
        }
        LotSale more = sale.andAfter(declined.get());
        return ChargeSteps.money(
                more, new Input.PaymentReceived(more.charges().getLast().key(), received.amount()));
    }

    /** If the provider does not say what became of it, the operator has seen to that. */
    private static Step declined(
            LotSale sale, Input.PaymentDeclined declined, Circumstances around) {
        Step step = ChargeSteps.money(sale, declined);
        Optional<Charge> unclear =
                around.atProvider().unclear().contains(declined.charge())
                        ? sale.charge(declined.charge())
                        : Optional.empty();
        if (unclear.isEmpty()) {
            return step;
        }
        return switch (step) {
            case Step.Moved(LotSale moved, _) -> new Step.Moved(moved, seenTo(unclear.get()));
            case Step.Unchanged _ ->
                    unclear.get().status() == Charge.Status.DECLINED
                            ? new Step.Moved(sale, seenTo(unclear.get()))
                            : step;
            case Step.Refused _ -> step;
        };
    }

    private static Effect seenTo(Charge charge) {
        return new Effect.SeenTo(charge.with(Charge.Status.DECLINED));
    }
}
