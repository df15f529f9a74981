package io.gavel.settlement.payment.collecting;

import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentKey;
import io.gavel.settlement.sale.Charge;
import io.gavel.settlement.sale.LotSale;
import io.gavel.settlement.sale.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * One sale with its payments, driven by chance from a seed: the deciders of sale and payment are
 * the real ones; replicas look at the same payment, die in between, and hear of it twice.
 */
final class SimulatedMoney {

    private static final int HOSTILE_STEPS = 150;
    private static final int MOST_STEPS = 3_000;

    /** A look that was made and of which nothing is written down yet. */
    private record Look(Payment payment, Finding found) {}

    private final SplittableRandom random;
    private final SimulatedProvider provider;
    private final SimulatedHouse house;
    private final SimulatedPayments payments;
    private final LookDecider decider =
            new LookDecider(Duration.ofSeconds(2), Duration.ofMinutes(15), 6);
    private final List<Look> underway = new ArrayList<>();

    SimulatedMoney(long seed) {
        random = new SplittableRandom(seed);
        provider = new SimulatedProvider(random.split());
        house = new SimulatedHouse(random, provider);
        payments = house.payments;
    }

    /** Until the sale is final and there is no more to hear of its money. */
    LotSale play() {
        for (int i = 0; i < MOST_STEPS; i++) {
            if (i == HOSTILE_STEPS) {
                provider.beFair();
            }
            if (i > HOSTILE_STEPS && isOver()) {
                return house.sale();
            }
            happen(i > HOSTILE_STEPS);
        }
        throw new AssertionError("no end: " + story());
    }

    private boolean isOver() {
        return house.sale().state() instanceof State.Final
                && underway.isEmpty()
                && provider.events().isEmpty()
                && payments.areSettled()
                && house.sale().charges().stream()
                        .noneMatch(charge -> charge.status() == Charge.Status.OWED_BACK);
    }

    private void happen(boolean calm) {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> look();
            case 3, 4 -> writeDown(!calm && random.nextInt(4) == 0);
            case 5 -> webhook();
            case 6 -> provider.makeUpItsMind();
            case 7 -> house.people();
            case 8 -> house.operator();
            case 9 -> die(calm);
            default -> house.pass();
        }
    }

    /**
     * A replica leases what is due, asks, and is told; another may do so when the lease is over.
     */
    private void look() {
        for (Payment payment :
                payments.lease(house.now(), house.now().plus(Duration.ofSeconds(90)))) {
            Finding found = provider.find(payment.request());
            if (found instanceof Finding.NotFound && payment.state() == Payment.State.OPEN) {
                found = provider.make(payment.request());
            }
            underway.add(new Look(payment, found));
        }
    }

    /** In any order; both, or nothing. */
    private void writeDown(boolean again) {
        if (underway.isEmpty()) {
            return;
        }
        int index = random.nextInt(underway.size());
        Look look = again ? underway.get(index) : underway.remove(index);
        Next next = decider.decide(look.payment(), look.found());
        house.note(look.payment().request().key() + ": " + next);
        switch (next) {
            case Next.Again(Duration in) ->
                    payments.lookAgain(look.payment(), house.now().plus(in));
            case Next.Rest() -> payments.rest(look.payment());
            case Next.GiveUp _ -> payments.giveUp(look.payment());
            case Next.Settle(Outcome.Final outcome) -> {
                if (payments.settle(look.payment(), outcome)) {
                    house.tell(look.payment().request(), outcome);
                }
            }
        }
    }

    private void webhook() {
        List<PaymentKey> events = provider.events();
        if (!events.isEmpty()) {
            int index = random.nextInt(events.size());
            payments.point(
                    random.nextInt(3) == 0 ? events.get(index) : events.remove(index), house.now());
        }
    }

    /** Every replica at once: what was not written down was never said. */
    private void die(boolean calm) {
        if (!calm) {
            underway.clear();
        }
    }

    /** By the provider and in the house. */
    long held() {
        return provider.holds() + house.inHand();
    }

    long balance(String account) {
        return house.balance(account);
    }

    String story() {
        return house.story();
    }
}
