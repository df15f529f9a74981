package io.gavel.gateway.advice;

import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the log has refused to whom, of a bounded number; the one unused for longest goes first. To
 * forget one is harmless: the log is asked again. Thread-safe.
 */
public final class Refusals {

    private record Key(LotId lot, AccountId by) {}

    private final int most;
    private final Map<Key, Refusal> byUse = new LinkedHashMap<>(16, 0.75f, true);

    /**
     * Nothing was refused yet.
     *
     * @param most of how many accounts, each on one lot, it is remembered
     */
    public Refusals(int most) {
        this.most = most;
    }

    /** Takes a decision, in whatever order, once or again. */
    public synchronized void decided(Decision decision) {
        if (decision.outcome() == DecisionOutcome.ACCEPTED) {
            return;
        }
        byUse.compute(
                new Key(decision.lot(), decision.by()),
                (_, before) -> (before == null ? Refusal.NONE : before).and(decision));
        if (byUse.size() > most) {
            Iterator<Refusal> oldest = byUse.values().iterator();
            oldest.next();
            oldest.remove();
        }
    }

    /** What is known of an account on a lot. */
    public synchronized Refusal of(LotId lot, AccountId by) {
        return byUse.getOrDefault(new Key(lot, by), Refusal.NONE);
    }

    synchronized int size() {
        return byUse.size();
    }
}
