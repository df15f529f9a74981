package io.gavel.gateway.tail;

import static java.util.stream.Collectors.toUnmodifiableSet;

import io.gavel.contracts.lot.LotId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.kafka.common.utils.Utils;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Which partitions of one topic are to be followed: all, where they are few, else those that
 * somebody asked for, until nobody has needed them for a while. Times are nanoseconds of one clock.
 */
final class Partitions {

    private final int allUpTo;
    private final long lingerNanos;
    private final Supplier<Needed> needed;
    private final Runnable onMore;
    private final Sinks.Empty<Void> counted = Sinks.empty();
    private final Map<Integer, Place> places = new TreeMap<>();

    private volatile int count;
    private volatile Wanted wanted = new Wanted(0, Set.of());

    /**
     * What is to be followed.
     *
     * @param edition counts the changes: one that was given up and is wanted again is not the same
     */
    record Wanted(long edition, Set<Integer> partitions) {}

    /** One that is wanted. */
    private static final class Place {
        private final Sinks.Empty<Void> reached = Sinks.empty();
        private boolean followed;
        private long neededNanos;
    }

    /**
     * @param needed asked before one is given up
     * @param onMore told when more are wanted than before
     */
    Partitions(int allUpTo, long lingerNanos, Supplier<Needed> needed, Runnable onMore) {
        this.allUpTo = allUpTo;
        this.lingerNanos = lingerNanos;
        this.needed = needed;
        this.onMore = onMore;
    }

    /** Where the records of a lot are: as Kafka's producer has it, by the key. */
    static int of(LotId lot, int count) {
        byte[] key = lot.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % count;
    }

    boolean isCounted() {
        return count > 0;
    }

    /** The topic has so many. */
    void counted(int number, long nowNanos) {
        count = number;
        if (number <= allUpTo) {
            var _ = ask(everyone(), nowNanos);
        }
        counted.tryEmitEmpty();
    }

    /**
     * Asks for what each record of the lot comes by.
     *
     * @return what is to be waited for until none will be missed; often nothing
     */
    List<Mono<Void>> following(LotId lot, long nowNanos) {
        return isCounted()
                ? ask(Set.of(of(lot, count)), nowNanos)
                : List.of(onceCounted(() -> following(lot, nowNanos)));
    }

    /** As {@link #following}, for all lots. */
    List<Mono<Void>> followingAll(long nowNanos) {
        return isCounted()
                ? ask(everyone(), nowNanos)
                : List.of(onceCounted(() -> followingAll(nowNanos)));
    }

    private Mono<Void> onceCounted(Supplier<List<Mono<Void>>> ask) {
        return counted.asMono().then(Mono.defer(() -> Mono.when(ask.get())));
    }

    Wanted wanted() {
        return wanted;
    }

    /** These are followed from now on: nothing of them will be missed. */
    void followed(Wanted these) {
        List<Place> reached = new ArrayList<>();
        synchronized (this) {
            for (int partition : these.partitions()) {
                Place place = places.get(partition);
                if (place != null && !place.followed) {
                    place.followed = true;
                    reached.add(place);
                }
            }
        }
        reached.forEach(place -> place.reached.tryEmitEmpty());
    }

    /**
     * Gives up what has not been needed or asked for lately. Whoever asks makes sure first that
     * {@code needed} tells of him, so that nothing is given up under his feet.
     */
    void giveUp(long nowNanos) {
        if (isCounted() && count > allUpTo) {
            Set<Integer> still = still(needed.get());
            synchronized (this) {
                still.stream()
                        .map(places::get)
                        .filter(Objects::nonNull)
                        .forEach(place -> place.neededNanos = nowNanos);
                if (places.values()
                        .removeIf(place -> nowNanos - place.neededNanos >= lingerNanos)) {
                    changed();
                }
            }
        }
    }

    private void changed() {
        wanted = new Wanted(wanted.edition() + 1, Set.copyOf(places.keySet()));
    }

    private Set<Integer> still(Needed now) {
        return switch (now) {
            case Needed.All _ -> everyone();
            case Needed.Lots(Collection<LotId> lots) ->
                    lots.stream().map(lot -> of(lot, count)).collect(toUnmodifiableSet());
        };
    }

    private Set<Integer> everyone() {
        return IntStream.range(0, count).boxed().collect(toUnmodifiableSet());
    }

    private List<Mono<Void>> ask(Set<Integer> partitions, long nowNanos) {
        List<Mono<Void>> ahead = new ArrayList<>();
        boolean more = false;
        synchronized (this) {
            for (int partition : partitions) {
                more |= !places.containsKey(partition);
                Place place = places.computeIfAbsent(partition, _ -> new Place());
                place.neededNanos = nowNanos;
                if (!place.followed) {
                    ahead.add(place.reached.asMono());
                }
            }
            if (more) {
                changed();
            }
        }
        if (more) {
            onMore.run();
        }
        return ahead;
    }
}
