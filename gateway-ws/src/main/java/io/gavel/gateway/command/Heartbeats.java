package io.gavel.gateway.command;

import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.Heartbeat;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.tail.Tails;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Says in every partition of the command log, now and then, that somebody could bid through this
 * gateway, by the way that bids take. Where no gateway says so for long, there was an outage (ADR
 * 19). Says nothing before it is ready, and nothing more once it stops. One round at a time: while
 * the log does not confirm one, there is no other.
 */
@Component
class Heartbeats implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeats.class);

    /** Of one round at once; the log's client gathers them anyway. */
    private static final int AT_ONCE = 64;

    private final CommandLog log;
    private final Tails tails;
    private final Duration interval;
    private final byte[] heartbeat;
    private final Counter appended;
    private final Counter failed;
    private final Clock clock;
    private final BrokerClock brokers;
    private volatile @Nullable Disposable running;

    Heartbeats(
            CommandLog log,
            Tails tails,
            KafkaProperties kafka,
            GatewayProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.log = log;
        this.tails = tails;
        this.interval = properties.command().heartbeat();
        this.heartbeat = CommandJson.write(new Heartbeat(name(kafka)));
        this.appended = meters.counter("gavel.gateway.heartbeats", "outcome", "appended");
        this.failed = meters.counter("gavel.gateway.heartbeats", "outcome", "failed");
        this.clock = clock;
        this.brokers = new BrokerClock(meters);
    }

    private static String name(KafkaProperties kafka) {
        return Objects.requireNonNullElse(kafka.getClientId(), "gateway")
                + "-"
                + UUID.randomUUID().toString().substring(0, 8);
    }

    @Override
    public void start() {
        running =
                Flux.interval(Duration.ZERO, interval)
                        .onBackpressureDrop()
                        .concatMap(_ -> beat(), 0)
                        .subscribe();
    }

    private Mono<Void> beat() {
        if (!tails.positioned()) {
            return Mono.empty();
        }
        BrokerClock.Round round = brokers.new Round();
        return log.partitions()
                .flatMapMany(count -> Flux.range(0, count))
                .flatMap(partition -> beat(partition, round), AT_ONCE)
                .then()
                .onErrorResume(this::failed)
                .doOnSuccess(_ -> round.end());
    }

    private Mono<Void> beat(int partition, BrokerClock.Round round) {
        Instant before = clock.instant();
        return log.append(partition, heartbeat)
                .doOnNext(at -> {
                    appended.increment();
                    round.told(before, at, clock.instant());
                })
                .then()
                .onErrorResume(this::failed);
    }

    private Mono<Void> failed(Throwable e) {
        failed.increment();
        LOG.debug("a heartbeat is not confirmed by the log: {}", e.toString());
        return Mono.empty();
    }

    @Override
    public void stop() {
        Disposable beating = running;
        running = null;
        if (beating != null) {
            beating.dispose();
        }
    }

    @Override
    public boolean isRunning() {
        return running != null;
    }

    /** Stops with the connections, while there is still much to be sent. */
    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
