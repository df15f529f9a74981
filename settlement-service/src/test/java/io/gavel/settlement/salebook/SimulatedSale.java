package io.gavel.settlement.salebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.sale.SaleState;
import io.gavel.settlement.ledger.Bookkeeping;
import io.gavel.settlement.ledger.Entry;
import io.gavel.settlement.sale.Charge;
import io.gavel.settlement.sale.ChargeKey;
import io.gavel.settlement.sale.Circumstances;
import io.gavel.settlement.sale.ClosedLot;
import io.gavel.settlement.sale.Effect;
import io.gavel.settlement.sale.Input;
import io.gavel.settlement.sale.LotSale;
import io.gavel.settlement.sale.Offer;
import io.gavel.settlement.sale.SaleDecider;
import io.gavel.settlement.sale.SaleOnStage;
import io.gavel.settlement.sale.State;
import io.gavel.settlement.sale.Step;
import io.gavel.settlement.sale.Underbid;
import io.gavel.settlement.sale.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/** One sale, driven by chance from a seed; after each step what must hold is checked. */
final class SimulatedSale {

    private static final int MOST_STEPS = 400;
    private static final AccountId OPERATOR = new AccountId("olga");

    private final SplittableRandom random;
    private final List<Underbid> ladder = new ArrayList<>();
    private final List<Input> underway = new ArrayList<>();
    private final Set<String> collected = new TreeSet<>();
    private final Set<SaleState> finalStates = EnumSet.noneOf(SaleState.class);
    private final Map<String, Long> balances = new TreeMap<>();
    private final List<String> story = new ArrayList<>();
    private Instant now = SaleOnStage.NOW;
    private int strikes;
    private int defaults;
    private LotSale sale;

    SimulatedSale(long seed) {
        random = new SplittableRandom(seed);
        int underbidders = random.nextInt(4);
        for (int i = 0; i < underbidders; i++) {
            ladder.add(
                    new Underbid(
                            new AccountId("bidder" + i),
                            new Paddle(i + 2),
                            new Money(random.nextLong(1, 20_001)),
                            i));
        }
        Verdict.Settled settled = (Verdict.Settled) SaleDecider.decide(closed(), around());
        sale = settled.sale();
        post(settled.effects());
    }

    /** Until it is final and nothing is underway any more. */
    LotSale play() {
        for (int i = 0; i < MOST_STEPS; i++) {
            if (sale.state() instanceof State.Final end) {
                finalStates.add(end.word());
                if (underway.isEmpty()) {
                    return sale;
                }
            }
            happen();
        }
        throw new AssertionError("no end: " + story);
    }

    private void happen() {
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> collector();
            case 3, 4, 5 -> deliver();
            case 6 -> bidder();
            case 7 -> operator();
            case 8 -> sale = StoredSale.read(StoredSale.write(sale)); // a restart
            default -> alarm();
        }
    }

    /**
     * Collects a charge that is asked for, once for each key, and says so: or says no, or nothing.
     */
    private void collector() {
        for (Charge charge : sale.charges()) {
            if (charge.status() != Charge.Status.ASKED || random.nextInt(3) > 0) {
                continue;
            }
            ChargeKey key = charge.key();
            if (collected.contains(key.toString()) || random.nextBoolean()) {
                collected.add(key.toString());
                underway.add(new Input.PaymentReceived(key, charge.amount()));
            } else {
                underway.add(new Input.PaymentDeclined(key, "no cover"));
                if (random.nextInt(10) == 0) { // and yet it had worked
                    collected.add(key.toString());
                    underway.add(new Input.PaymentReceived(key, charge.amount()));
                }
            }
        }
    }

    /** In any order, and often more than once. */
    private void deliver() {
        if (!underway.isEmpty()) {
            int index = random.nextInt(underway.size());
            boolean again = random.nextInt(3) == 0;
            take(again ? underway.get(index) : underway.remove(index));
        }
    }

    private void bidder() {
        AccountId by =
                sale.state() instanceof State.Offered(Offer offer) && random.nextInt(4) > 0
                        ? offer.to()
                        : new AccountId("bidder" + random.nextInt(4));
        take(random.nextBoolean() ? new Input.AcceptOffer(by) : new Input.DeclineOffer(by));
    }

    private void operator() {
        switch (random.nextInt(8)) {
            case 0 -> take(new Input.Cancel(OPERATOR, "stolen"));
            case 1 -> take(new Input.Relist(new LotId(new UUID(7, 7))));
            default -> take(new Input.Retry());
        }
    }

    private void alarm() {
        now = now.plus(Duration.ofHours(random.nextInt(36)));
        take(new Input.DeadlinePassed());
    }

    private void take(Input input) {
        LotSale before = sale;
        Step step = SaleDecider.decide(sale, input, around());
        story.add(now + " " + input + ": " + step.getClass().getSimpleName());
        if (step instanceof Step.Moved(LotSale moved, List<Effect> effects)) {
            sale = moved;
            post(effects);
            defaults += defaulted(moved) && !defaulted(before) ? 1 : 0;
            if (input instanceof Input.PaymentReceived) {
                assertThat(SaleDecider.decide(moved, input, around()))
                        .as("the same money again, %s", story)
                        .isEqualTo(new Step.Unchanged());
            }
        }
        if (before.state() instanceof State.Final) {
            assertThat(sale.state().word()).as(story()).isEqualTo(before.state().word());
        }
    }

    private static boolean defaulted(LotSale sale) {
        return sale.state() instanceof State.Defaulted;
    }

    private void post(List<Effect> effects) {
        for (Effect effect : effects) {
            strikes += effect instanceof Effect.Strike ? 1 : 0;
            Bookkeeping.entry(effect, sale.lot().seller()).ifPresent(this::post);
        }
    }

    private void post(Entry entry) {
        for (Entry.Line line : entry.lines()) {
            balances.merge(line.account().name(), line.amount().minor(), Long::sum);
        }
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum())
                .as("sum of all lines, %s", story)
                .isZero();
    }

    private Circumstances around() {
        return SaleOnStage.around(now, ladder.toArray(Underbid[]::new));
    }

    private static ClosedLot closed() {
        return new ClosedLot(
                SaleOnStage.LOT,
                19,
                SaleOnStage.NOW,
                CloseOutcome.SOLD,
                new Money(20_001),
                new Paddle(1),
                new ClosedLot.Listed(SaleOnStage.BOB, "Lamp", "EUR"),
                new AccountId("alice"));
    }

    Set<SaleState> finalStates() {
        return finalStates;
    }

    List<String> collected() {
        return List.copyOf(collected);
    }

    /** What is on each account that is not even. */
    Map<String, Long> balances() {
        balances.values().removeIf(balance -> balance == 0);
        return balances;
    }

    int strikes() {
        return strikes;
    }

    int defaults() {
        return defaults;
    }

    String story() {
        return String.join("\n", story);
    }
}
