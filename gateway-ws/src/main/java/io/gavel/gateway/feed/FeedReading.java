package io.gavel.gateway.feed;

import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.tail.Tails;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Reads from the archive what memory lacks. The bidding service commits before it publishes, so
 * events that come while this reads are either read too, and dropped when they come, or follow what
 * was read.
 */
@Component
class FeedReading {

    private static final Logger LOG = LoggerFactory.getLogger(FeedReading.class);
    private static final int FILL_TRIES = 5;
    private static final Duration FILL_FIRST_WAIT = Duration.ofMillis(100);
    private static final Duration FILL_LONGEST_WAIT = Duration.ofSeconds(2);

    private final Tails tails;
    private final LotArchive archive;
    private final int recentEvents;
    private final int page;
    private final Map<Recovery, Counter> recoveries = new EnumMap<>(Recovery.class);

    FeedReading(
            Tails tails, LotArchive archive, GatewayProperties properties, MeterRegistry meters) {
        this.tails = tails;
        this.archive = archive;
        this.recentEvents = properties.feed().recentEvents();
        this.page = properties.feed().page();
        for (Recovery each : Recovery.values()) {
            recoveries.put(each, meters.counter("gavel.gateway.recoveries", "source", each.word()));
        }
    }

    /**
     * Reads the lot and its newest events, once events are arriving. The feed must be known to be
     * kept already.
     */
    Mono<Answer> begin(LotFeed feed) {
        return tails.following(feed.lot(), Topics.LOT_EVENTS, Topics.SALES)
                .then(Mono.defer(() -> archive.lot(feed.lot())))
                .flatMap(known ->
                        newest(feed, known)
                                .doOnNext(events -> feed.begin(known.unchanging(), events)))
                .doOnNext(_ -> fill(feed))
                .map(_ -> Answer.WATCHING)
                .defaultIfEmpty(Answer.UNKNOWN_LOT)
                .onErrorResume(e -> unavailable(feed, e));
    }

    private Mono<List<LotEvent>> newest(LotFeed feed, LotArchive.Known known) {
        long after = Math.max(0, known.version() - recentEvents);
        return archive.log(feed.lot(), after, recentEvents + page)
                .doOnNext(events -> {
                    if (events.isEmpty()) {
                        throw new IllegalStateException(
                                "no events (expected: up to version " + known.version() + ")");
                    }
                });
    }

    /** Answers a watch: from memory, else page by page, no faster than its recipient reads. */
    Mono<Answer> answer(LotFeed feed, Watch watch) {
        return Mono.defer(() -> advance(feed, watch))
                .repeat(() -> watch.stage() == Watch.Stage.JOINING)
                .then(Mono.fromSupplier(() -> answered(watch)))
                .onErrorResume(e -> unavailable(feed, e));
    }

    private Answer answered(Watch watch) {
        if (watch.stage() == Watch.Stage.LIVE) {
            watch.recovery().map(recoveries::get).ifPresent(Counter::increment);
        }
        return Answer.WATCHING;
    }

    private Mono<Void> advance(LotFeed feed, Watch watch) {
        return switch (feed.answer(watch)) {
            case Step.Settled _ -> Mono.empty();
            case Step.LookForHead _ -> readOn(feed).then();
            case Step.ReadPast(long after) ->
                    archive.log(feed.lot(), after, page)
                            .flatMap(events -> tell(feed, watch, events));
        };
    }

    private static Mono<Void> tell(LotFeed feed, Watch watch, List<LotEvent> events) {
        if (events.isEmpty()) {
            return Mono.fromRunnable(() -> feed.past(watch, events));
        }
        return Flux.fromIterable(LogFrames.groups(events))
                .concatMap(group ->
                        Mono.<Void>fromRunnable(() -> feed.past(watch, group))
                                .then(Mono.defer(() -> watch.recipient().room())))
                .then();
    }

    /** Fills the hole before the events that came too early, if there is one. */
    void fill(LotFeed feed) {
        if (!feed.startFilling()) {
            return;
        }
        Mono.defer(() -> readOn(feed))
                .doOnNext(progress -> {
                    if (!progress && feed.hasHole()) {
                        throw new IllegalStateException("nothing behind version " + feed.head());
                    }
                })
                .repeat(feed::hasHole)
                .then()
                .retryWhen(Retry.backoff(FILL_TRIES, FILL_FIRST_WAIT).maxBackoff(FILL_LONGEST_WAIT))
                .doFinally(_ -> feed.filled())
                .subscribe(null, e -> warn(feed, "the hole stays for now", e));
    }

    private Mono<Boolean> readOn(LotFeed feed) {
        long head = feed.head();
        return archive.log(feed.lot(), head, page)
                .map(events -> {
                    events.forEach(feed::append);
                    return feed.head() > head;
                });
    }

    private static Mono<Answer> unavailable(LotFeed feed, Throwable e) {
        warn(feed, "cannot be read", e);
        return Mono.just(Answer.UNAVAILABLE);
    }

    private static void warn(LotFeed feed, String what, Throwable e) {
        LOG.atWarn().addKeyValue("lot", feed.lot()).log("{}: {}", what, e.getMessage());
    }
}
