package io.gavel.gateway.command;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Those who wait for a decision; a bounded number. */
final class PendingDecisions {

    /** Whose decision on what; an id may be used by another account too, which is its conflict. */
    record Key(LotId lot, CommandId id, AccountId by) {
        static Key of(Command command) {
            return new Key(command.lot(), command.id(), command.by());
        }
    }

    private final int most;
    private final AtomicInteger count = new AtomicInteger();
    private final Map<Key, List<Sinks.One<Outcome>>> waiting = new ConcurrentHashMap<>();

    PendingDecisions(int most) {
        this.most = most;
    }

    /** One who waits. */
    final class Wait {
        private final Key key;
        private final Sinks.One<Outcome> sink = Sinks.one();

        private Wait(Key key) {
            this.key = key;
        }

        Mono<Outcome> decided() {
            return sink.asMono();
        }

        /** Gives the place up; to be called once, decided or not. */
        void leave() {
            count.decrementAndGet();
            waiting.computeIfPresent(
                    key,
                    (_, sinks) -> {
                        List<Sinks.One<Outcome>> others = new ArrayList<>(sinks);
                        others.remove(sink);
                        return others.isEmpty() ? null : others;
                    });
        }
    }

    /** Begins to wait, before the command is sent; nothing when too many wait. */
    Optional<Wait> await(Command command) {
        if (count.incrementAndGet() > most) {
            count.decrementAndGet();
            return Optional.empty();
        }
        Wait wait = new Wait(Key.of(command));
        waiting.compute(
                wait.key,
                (_, sinks) -> {
                    List<Sinks.One<Outcome>> all =
                            sinks == null ? new ArrayList<>() : new ArrayList<>(sinks);
                    all.add(wait.sink);
                    return all;
                });
        return Optional.of(wait);
    }

    boolean isAwaited(Key key) {
        return waiting.containsKey(key);
    }

    void decided(Key key, Outcome.Decided outcome) {
        waiting.getOrDefault(key, List.of()).forEach(sink -> sink.tryEmitValue(outcome));
    }

    /** The lots on which somebody waits. */
    Set<LotId> lots() {
        return waiting.keySet().stream().map(Key::lot).collect(Collectors.toUnmodifiableSet());
    }

    int count() {
        return count.get();
    }
}
