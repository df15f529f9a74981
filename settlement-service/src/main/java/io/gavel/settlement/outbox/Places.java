package io.gavel.settlement.outbox;

import java.util.HashMap;
import java.util.Map;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;

/** Attempts under way, and how many places of each lane they take. */
final class Places implements Disposable {

    private final int all;
    private final Disposable.Composite running = Disposables.composite();
    private final Map<String, Integer> taken = new HashMap<>();
    private int count;

    Places(int all) {
        this.all = all;
    }

    synchronized int free() {
        return all - count;
    }

    synchronized int taken() {
        return count;
    }

    synchronized Map<String, Integer> perLane() {
        return Map.copyOf(taken);
    }

    /** Begins the attempt, which takes a place of the lane until it ends, however it does. */
    void begin(String lane, Mono<Void> attempt) {
        take(lane);
        Disposable.Swap place = Disposables.swap();
        if (!running.add(place)) {
            leave(lane);
            return;
        }
        place.update(
                attempt.doFinally(
                                _ -> {
                                    leave(lane);
                                    running.remove(place);
                                })
                        .subscribe());
    }

    private synchronized void take(String lane) {
        count++;
        taken.merge(lane, 1, Integer::sum);
    }

    private synchronized void leave(String lane) {
        count--;
        taken.computeIfPresent(lane, (_, places) -> places == 1 ? null : places - 1);
    }

    /** Breaks off what is under way. */
    @Override
    public void dispose() {
        running.dispose();
    }
}
