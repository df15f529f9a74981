package io.gavel.gateway.feed;

import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.wire.Recipient;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** All lots that are being watched through this gateway. */
@Component
public class Feeds implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Feeds.class);
    private static final int MOST_TRIES = 3;

    private final GatewayProperties.Feed limits;
    private final FeedReading reading;
    private final Clock clock;
    private final Timer delivery;
    private final Map<LotId, Entry> feeds = new ConcurrentHashMap<>();
    private final Timers timers;
    private final Disposable sweeping;

    /** A feed and the reading that begins it; the reading happens once, whoever waits for it. */
    private record Entry(LotFeed feed, Mono<Answer> begun) {}

    Feeds(
            GatewayProperties properties,
            FeedReading reading,
            Scheduler feedTimers,
            Clock clock,
            MeterRegistry meters) {
        timers = new SchedulerTimers(feedTimers);
        limits = properties.feed();
        this.reading = reading;
        this.clock = clock;
        delivery =
                Timer.builder("gavel.gateway.event.delivery")
                        .description("From an event's append to its delivery to the watchers")
                        .publishPercentileHistogram()
                        .register(meters);
        Gauge.builder("gavel.gateway.lots", feeds, Map::size)
                .description("Lots in memory")
                .register(meters);
        Duration half = limits.keepUnwatched().dividedBy(2);
        sweeping =
                feedTimers.schedulePeriodically(
                        this::sweep, half.toNanos(), half.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Begins a watch: its frames come until {@link #end}. Completes when it is answered. */
    public Mono<Answer> watch(Watch watch) {
        return Mono.defer(() -> {
            Optional<Entry> entered = enter(watch);
            if (entered.isEmpty()) {
                return Mono.just(Answer.FULL);
            }
            LotFeed feed = entered.get().feed();
            if (watch.stage() == Watch.Stage.ENDED) {
                feed.leave(watch);
            }
            return entered.get()
                    .begun()
                    .flatMap(answer ->
                            answer == Answer.WATCHING
                                    ? reading.answer(feed, watch)
                                    : Mono.just(answer))
                    .doOnNext(answer -> {
                        if (answer != Answer.WATCHING) {
                            feed.leave(watch);
                        }
                    });
        });
    }

    /** Ends a watch; no frame is sent for it from now on. */
    public void end(Watch watch) {
        watch.end();
        Entry entry = feeds.get(watch.lot());
        if (entry != null) {
            entry.feed().leave(watch);
        }
    }

    /** Those who watch a lot now. */
    public Set<Recipient> watching(LotId lot) {
        Entry entry = feeds.get(lot);
        return entry == null ? Set.of() : entry.feed().recipients();
    }

    /** A lot, if it is in memory: it is watched, or was so lately. Never reads it. */
    public Optional<Seen> seen(LotId lot) {
        Entry entry = feeds.get(lot);
        return entry == null ? Optional.empty() : entry.feed().seen();
    }

    /** The lots in memory. */
    public Set<LotId> kept() {
        return Set.copyOf(feeds.keySet());
    }

    boolean isKept(LotId lot) {
        return feeds.containsKey(lot);
    }

    /** Takes an event in; gives how many watch the lot, 0 if it was not new or came too early. */
    int arrived(LotEvent event) {
        Entry entry = feeds.get(event.lot());
        if (entry == null) {
            return 0;
        }
        LotFeed feed = entry.feed();
        if (!feed.append(event)) {
            reading.fill(feed);
            return 0;
        }
        int watching = feed.watching();
        if (watching > 0) {
            delivery.record(Duration.between(event.at(), clock.instant()));
        }
        return watching;
    }

    private Optional<Entry> enter(Watch watch) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            if (!feeds.containsKey(watch.lot()) && feeds.size() >= limits.lots()) {
                forgetUnwatched(Duration.ZERO);
                if (feeds.size() >= limits.lots()) {
                    return Optional.empty();
                }
            }
            Entry entry = feeds.computeIfAbsent(watch.lot(), this::open);
            if (entry.feed().enter(watch)) {
                return Optional.of(entry);
            }
            feeds.remove(watch.lot(), entry);
        }
        return Optional.empty();
    }

    private Entry open(LotId lot) {
        LotFeed feed =
                new LotFeed(
                        lot,
                        new LotLog(
                                new Recent(limits.recentEvents(), limits.recentBytes().toBytes())),
                        new Conflation(limits.stateInterval()),
                        timers);
        Mono<Answer> begun =
                reading.begin(feed)
                        .doOnNext(answer -> {
                            if (answer != Answer.WATCHING) {
                                feed.forget();
                                feeds.computeIfPresent(
                                        lot, (_, now) -> now.feed() == feed ? null : now);
                            }
                        })
                        .cache();
        return new Entry(feed, begun);
    }

    private void sweep() {
        forgetUnwatched(limits.keepUnwatched());
        feeds.values().forEach(entry -> reading.fill(entry.feed()));
    }

    private void forgetUnwatched(Duration keep) {
        feeds.values().removeIf(entry -> entry.feed().forgetIfUnwatched(keep.toNanos()));
        LOG.debug("{} lots in memory", feeds.size());
    }

    @Override
    public void destroy() {
        sweeping.dispose();
    }
}
