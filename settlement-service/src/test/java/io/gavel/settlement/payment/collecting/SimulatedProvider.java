package io.gavel.settlement.payment.collecting;

import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentKey;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.RefundRequest;
import io.gavel.settlement.payment.Request;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A provider that keeps its one promise, one charge or refund for a key, and no other: it answers
 * late, wrongly or never, and would give the same money back twice under two keys.
 */
final class SimulatedProvider {

    /** What it knows of a key. */
    private enum Fate {
        PENDING,
        DONE,
        REFUSED
    }

    private final SplittableRandom random;
    private final Map<PaymentKey, Fate> fates = new LinkedHashMap<>();
    private final Map<PaymentKey, Request> requests = new LinkedHashMap<>();
    private final List<PaymentKey> events = new ArrayList<>();
    private boolean fair;

    SimulatedProvider(SplittableRandom random) {
        this.random = random;
    }

    /** From now on it answers, and makes up its mind. */
    void beFair() {
        fair = true;
    }

    Finding find(Request request) {
        Fate fate = fates.get(request.key());
        if (!fair && random.nextInt(4) == 0) {
            return new Outcome.Unknown("no answer in time");
        }
        return fate == null ? new Finding.NotFound() : said(request, fate);
    }

    /** It may be done without an answer, or not done without one. */
    Outcome make(Request request) {
        if (!fair && random.nextInt(4) == 0) {
            return new Outcome.Unknown("error");
        }
        boolean isNew = !fates.containsKey(request.key());
        if (isNew) {
            requests.put(request.key(), request);
            decide(request.key());
        }
        return !fair && random.nextInt(3) == 0
                ? new Outcome.Unknown("error after charging")
                : said(request, fates.get(request.key()));
    }

    private void decide(PaymentKey key) {
        Fate fate =
                switch (random.nextInt(fair ? 4 : 6)) {
                    case 0 -> Fate.REFUSED;
                    case 4, 5 -> Fate.PENDING;
                    default -> Fate.DONE;
                };
        fates.put(key, fate);
        events.add(key);
    }

    /** Some of what is pending comes to an end; rarely, what was refused is collected after all. */
    void makeUpItsMind() {
        for (Map.Entry<PaymentKey, Fate> each : fates.entrySet()) {
            boolean pending = each.getValue() == Fate.PENDING && (fair || random.nextBoolean());
            boolean afterAll =
                    !fair
                            && each.getValue() == Fate.REFUSED
                            && requests.get(each.getKey()) instanceof PaymentRequest
                            && random.nextInt(20) == 0;
            if (pending || afterAll) {
                each.setValue(afterAll || random.nextInt(3) > 0 ? Fate.DONE : Fate.REFUSED);
                events.add(each.getKey());
            }
        }
    }

    /** Whoever looks into its books, and has ended there what has not come to an end. */
    boolean isDoneForGood(PaymentKey key) {
        fates.merge(key, Fate.REFUSED, (now, _) -> now == Fate.DONE ? now : Fate.REFUSED);
        return fates.get(key) == Fate.DONE;
    }

    /** Whoever has an account there can do that, too. */
    void giveBackByHand(PaymentKey key) {
        PaymentKey refund = new PaymentKey("by-hand/" + key);
        PaymentRequest payment = (PaymentRequest) requests.get(key);
        requests.put(refund, new RefundRequest(refund, payment, "id of " + key));
        fates.put(refund, Fate.DONE);
    }

    /** Webhooks that are still to come, and may come again. */
    List<PaymentKey> events() {
        return events;
    }

    private static Outcome said(Request request, Fate fate) {
        return switch (fate) {
            case PENDING -> new Outcome.Pending();
            case DONE -> new Outcome.Succeeded("id of " + request.key(), request.sum());
            case REFUSED -> new Outcome.Declined("no cover");
        };
    }

    /** What it has collected, less what it has given back. */
    long holds() {
        return requests.values().stream()
                .filter(request -> fates.get(request.key()) == Fate.DONE)
                .mapToLong(request ->
                        switch (request) {
                            case PaymentRequest payment -> payment.sum().minor();
                            case RefundRequest refund -> -refund.sum().minor();
                        })
                .sum();
    }
}
