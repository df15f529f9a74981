package io.gavel.settlement.rounds;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Does a round of work again and again: at once while there is more, otherwise after a pause; after
 * a failure later and later. It starts with the application and stops with it.
 */
public final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    /** How long to wait: after a round, after the first failure and at most. */
    public record Pauses(Duration pause, Duration firstRetry, Duration maxRetry) {}

    /** One round; true when it left work behind. It may be cancelled at any point. */
    @FunctionalInterface
    public interface Round {
        Mono<Boolean> once();
    }

    private final String name;
    private final Pauses pauses;
    private final Round round;
    private @Nullable Disposable running;

    public Rounds(String name, Pauses pauses, Round round) {
        this.name = name;
        this.pauses = pauses;
        this.round = round;
    }

    @Override
    public synchronized void start() {
        Retry afterFailure =
                Retry.backoff(Long.MAX_VALUE, pauses.firstRetry())
                        .maxBackoff(pauses.maxRetry())
                        .transientErrors(true)
                        .doBeforeRetry(
                                retry -> LOG.warn("{} failed, again soon", name, retry.failure()));
        running =
                Mono.defer(round::once)
                        .flatMap(this::rest)
                        .repeat()
                        .retryWhen(afterFailure)
                        .subscribe();
    }

    private Mono<Boolean> rest(boolean more) {
        return more ? Mono.just(true) : Mono.just(false).delayElement(pauses.pause());
    }

    @Override
    public synchronized void stop() {
        if (running != null) {
            running.dispose();
            running = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running != null;
    }
}
