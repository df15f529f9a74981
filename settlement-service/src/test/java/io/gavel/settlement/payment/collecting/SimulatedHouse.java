package io.gavel.settlement.payment.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.settlement.ledger.Bookkeeping;
import io.gavel.settlement.ledger.Entry;
import io.gavel.settlement.money.Amount;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentKey;
import io.gavel.settlement.payment.Request;
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
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * The sale, its ledger and those who act on it, with payments in memory; its decider is the real
 * one.
 */
final class SimulatedHouse {

    private static final AccountId OPERATOR = new AccountId("olga");

    final SimulatedPayments payments = new SimulatedPayments();
    private final SplittableRandom random;
    private final SimulatedProvider provider;
    private final List<Underbid> ladder = new ArrayList<>();
    private final Map<String, Long> balances = new TreeMap<>();
    private final List<String> story = new ArrayList<>();
    private Instant now = SaleOnStage.NOW;
    private LotSale sale;
    private long inHand;

    SimulatedHouse(SplittableRandom random, SimulatedProvider provider) {
        this.random = random;
        this.provider = provider;
        for (int i = random.nextInt(3); i > 0; i--) {
            AccountId account = new AccountId("bidder" + i);
            ladder.add(new Underbid(account, new Paddle(i + 2), new Money(15_000L + i), i));
        }
        Verdict.Settled settled = (Verdict.Settled) SaleDecider.decide(closed(), around());
        sale = settled.sale();
        follow(settled.effects());
    }

    /** As MoneyNews has it. */
    void tell(Request request, Outcome.Final outcome) {
        ChargeKey charge = ChargeKey.parse(SimulatedPayments.payment(request).value());
        boolean refund = request.key().value().startsWith("refund/");
        switch (outcome) {
            case Outcome.Succeeded _ ->
                    take(
                            refund
                                    ? new Input.GivenBack(charge)
                                    : new Input.PaymentReceived(charge, amount(charge)));
            case Outcome.Declined(String why) -> {
                if (!refund) {
                    take(new Input.PaymentDeclined(charge, why));
                }
            }
        }
    }

    private Amount amount(ChargeKey key) {
        return charge(key).amount();
    }

    private Charge charge(ChargeKey key) {
        return sale.charges().stream()
                .filter(charge -> charge.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    void people() {
        AccountId by =
                sale.state() instanceof State.Offered(Offer offer)
                        ? offer.to()
                        : new AccountId("alice");
        switch (random.nextInt(3)) {
            case 0 -> take(new Input.AcceptOffer(by));
            case 1 -> take(new Input.DeclineOffer(by));
            default -> take(new Input.PayAgain(by));
        }
    }

    void operator() {
        switch (random.nextInt(6)) {
            case 0 -> take(new Input.Cancel(OPERATOR, "stolen"));
            case 1 -> take(new Input.Retry());
            default -> seeTo();
        }
    }

    /** What needs attention: looked up at the provider and written down, or tried again. */
    private void seeTo() {
        for (Charge charge : sale.charges()) {
            PaymentKey key = new PaymentKey(charge.key().toString());
            switch (charge.status()) {
                case ASKED -> {
                    if (payments.isUnclear(key)) {
                        take(
                                new Input.WrittenDown(
                                        provider.isDoneForGood(key)
                                                ? new Input.PaymentReceived(
                                                        charge.key(), charge.amount())
                                                : new Input.PaymentDeclined(
                                                        charge.key(), "looked up")));
                    }
                }
                case OWED_BACK -> {
                    take(new Input.GiveBackAgain(charge.key()));
                    if (!payments.isKnown(key)
                            && take(new Input.WrittenDown(new Input.GivenBack(charge.key())))) {
                        inHand -= charge.amount().minor();
                    } else if (payments.isUnclear(key)) {
                        provider.giveBackByHand(key);
                        take(new Input.WrittenDown(new Input.GivenBack(charge.key())));
                    }
                }
                case DECLINED -> payAtTheDesk(charge);
                case TAKEN, GIVEN_BACK -> {}
            }
        }
    }

    /** Sometimes who was declined brings the money, and sometimes it was collected after all. */
    private void payAtTheDesk(Charge charge) {
        if (random.nextInt(6) == 0
                && take(
                        new Input.WrittenDown(
                                new Input.PaymentReceived(charge.key(), charge.amount())))) {
            inHand += charge.amount().minor();
        }
    }

    void pass() {
        now = now.plus(Duration.ofMinutes(random.nextInt(1, 60 * 12)));
        take(new Input.DeadlinePassed());
    }

    /** Whether it changed anything. */
    private boolean take(Input input) {
        State before = sale.state();
        Step step = SaleDecider.decide(sale, input, around());
        story.add(now + " " + input + ": " + step.getClass().getSimpleName());
        if (step instanceof Step.Moved(LotSale moved, List<Effect> effects)) {
            sale = moved;
            follow(effects);
        }
        if (before instanceof State.Final end) {
            assertThat(sale.state().word()).as(story()).isEqualTo(end.word());
        }
        return step instanceof Step.Moved;
    }

    /** As Paperwork and Cashier have it. */
    private void follow(List<Effect> effects) {
        for (Effect effect : effects) {
            Bookkeeping.entry(effect, sale.lot().seller()).ifPresent(this::post);
            switch (effect) {
                case Effect.Collect(Charge charge) -> payments.ask(charge, now);
                case Effect.OwedBack(Charge charge) -> payments.giveBack(charge, now);
                case Effect.GiveBack(Charge charge) -> payments.giveBack(charge, now);
                case Effect.Strike(_, int round) -> assertNobodyIsCollecting(round);
                default -> {}
            }
        }
    }

    private void assertNobodyIsCollecting(int round) {
        assertThat(sale.charges())
                .as(story())
                .noneMatch(charge ->
                        charge.key().round() == round && charge.status() == Charge.Status.ASKED);
    }

    private void post(Entry entry) {
        for (Entry.Line line : entry.lines()) {
            balances.merge(line.account().name(), line.amount().minor(), Long::sum);
        }
        assertThat(balances.values().stream().mapToLong(Long::longValue).sum())
                .as("sum of all lines, %s", story())
                .isZero();
    }

    private Circumstances around() {
        return new Circumstances(now, SaleOnStage.TERMS, ladder, payments.atProvider());
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

    LotSale sale() {
        return sale;
    }

    Instant now() {
        return now;
    }

    void note(String what) {
        story.add(now + " " + what);
    }

    /** Money that went past the provider. */
    long inHand() {
        return inHand;
    }

    long balance(String account) {
        return balances.getOrDefault(account, 0L);
    }

    String story() {
        return String.join("\n", story);
    }
}
