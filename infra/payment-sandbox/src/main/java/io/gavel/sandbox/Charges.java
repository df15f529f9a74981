package io.gavel.sandbox;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All charges, or all refunds, in memory: at most one for each key. */
final class Charges {

    /** More than any test or trial makes; then no more are taken. */
    private static final int MOST = 100_000;

    private static final String REASON = "insufficient-funds";

    /** What came of asking for a charge. */
    sealed interface Taken {
        record New(Charge charge) implements Taken {}

        /** The key was known: this is its charge. */
        record Known(Charge charge) implements Taken {}

        /** The key is known with another content. */
        record Conflict() implements Taken {}

        record Full() implements Taken {}
    }

    private final Map<String, Charge> byKey = new LinkedHashMap<>();
    private final String prefix;

    /**
     * None yet.
     *
     * @param prefix of their ids, such as {@code ch_}
     */
    Charges(String prefix) {
        this.prefix = prefix;
    }

    synchronized Taken take(String key, Charge.Wish wish, Fault fault) {
        Charge known = byKey.get(key);
        if (known != null) {
            return known.isFor(wish) ? new Taken.Known(known) : new Taken.Conflict();
        }
        if (byKey.size() >= MOST) {
            return new Taken.Full();
        }
        Charge charge = charge(prefix + (byKey.size() + 1), key, wish, fault);
        byKey.put(key, charge);
        return new Taken.New(charge);
    }

    private static Charge charge(String id, String key, Charge.Wish wish, Fault fault) {
        Charge asked =
                new Charge(
                        id,
                        key,
                        wish.lot(),
                        wish.payer(),
                        wish.amount(),
                        wish.currency(),
                        Charge.Status.PENDING,
                        null,
                        wish.charge());
        return switch (fault) {
            case PENDING -> asked;
            case DECLINE -> asked.with(Charge.Status.DECLINED, REASON);
            default -> asked.with(Charge.Status.SUCCEEDED, null);
        };
    }

    synchronized Optional<Charge> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    /** Settles a pending charge; empty if there is none of that key. */
    synchronized Optional<Charge> settle(String key, Charge.Status status) {
        return find(key)
                .filter(charge -> charge.status() == Charge.Status.PENDING)
                .map(charge ->
                        charge.with(status, status == Charge.Status.DECLINED ? REASON : null))
                .map(charge -> {
                    byKey.put(key, charge);
                    return charge;
                });
    }

    synchronized List<Charge> all() {
        return List.copyOf(byKey.values());
    }
}
