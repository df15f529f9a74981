package io.gavel.gateway.connection;

import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.feed.Watch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The lots one connection watches, a bounded number; watching one again replaces. */
final class Watches {

    private final int most;
    private final Map<LotId, Watch> byLot = new LinkedHashMap<>();
    private boolean ended;

    Watches(int most) {
        this.most = most;
    }

    /** What became of a new watch. */
    sealed interface Added {}

    /** It counts; {@code before} was of the same lot and does not any more. */
    record Taken(@Nullable Watch before) implements Added {}

    /** There is no place for it. */
    record Full() implements Added {}

    synchronized Added add(Watch watch) {
        boolean full = byLot.size() >= most && !byLot.containsKey(watch.lot());
        return ended || full ? new Full() : new Taken(byLot.put(watch.lot(), watch));
    }

    synchronized Optional<Watch> remove(LotId lot) {
        return Optional.ofNullable(byLot.remove(lot));
    }

    /** Removes this very watch, if it has not been replaced. */
    synchronized boolean remove(Watch watch) {
        return byLot.remove(watch.lot(), watch);
    }

    /** Removes all and takes no more. */
    synchronized List<Watch> end() {
        ended = true;
        List<Watch> all = new ArrayList<>(byLot.values());
        byLot.clear();
        return all;
    }

    /** The newest versions sent, of those watches that have been answered. */
    synchronized Map<String, Long> versions() {
        Map<String, Long> versions = new LinkedHashMap<>();
        byLot.forEach((lot, watch) -> {
            if (watch.sent() > 0) {
                versions.put(lot.toString(), watch.sent());
            }
        });
        return versions;
    }
}
