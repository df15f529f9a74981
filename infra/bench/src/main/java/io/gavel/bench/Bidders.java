package io.gavel.bench;

import io.gavel.bench.crowd.Bidder;
import io.gavel.bench.crowd.Client;
import io.gavel.bench.crowd.Crowd;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.HdrHistogram.Histogram;

/**
 * Accounts, each with a connection of its own; two by two they outbid each other on a lot. Bids are
 * sent at times that are fixed beforehand, and timed from then to when the bidder has the decision.
 */
final class Bidders implements AutoCloseable {

    private static final Duration LONGEST_LATENCY = Duration.ofSeconds(30);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final RunningGateway gateway;
    private final List<BenchLot> lots;
    private final Crowd crowd;
    private final List<Client> clients;
    private final List<Bidder> ears;
    private final AtomicInteger signedIn = new AtomicInteger();

    Bidders(RunningGateway gateway, List<BenchLot> lots, int count) {
        this.gateway = gateway;
        this.lots = lots;
        this.crowd = new Crowd(gateway.port(), Audience.THREADS);
        this.ears = List.of(bidder(), bidder());
        this.clients = crowd.join(count, ears::get);
        for (int i = 0; i < count; i++) {
            String token = gateway.token("bidder" + i);
            clients.get(i).send("{\"type\":\"auth\",\"token\":\"" + token + "\"}");
        }
        await("signed in", () -> signedIn.get() == count);
    }

    private Bidder bidder() {
        return new Bidder(signedIn::incrementAndGet);
    }

    /**
     * What came of one round.
     *
     * @param perSecond decisions, from the first bid's due time to the last decision's arrival
     * @param latencies in nanoseconds
     */
    record Round(double perSecond, Histogram latencies) {}

    /**
     * Places bids at that rate for that long, and returns when each has its decision.
     *
     * @throws IllegalStateException if a bid gets another answer than a decision, two, or none
     *     within 30 s
     */
    Round run(int perSecond, Duration length) {
        int count = Math.toIntExact(perSecond * length.toMillis() / 1_000);
        Metronome metronome = Metronome.soon(perSecond);
        long run = metronome.startNanos();
        ears.forEach(ear -> ear.expect(run, count, metronome::due));
        Thread.ofPlatform().name("sender").start(() -> send(count, metronome));
        LockSupport.parkNanos(metronome.due(count) - System.nanoTime());
        await("decisions", () -> ears.stream().mapToInt(Bidder::decided).sum() == count);
        long last = ears.stream().mapToLong(Bidder::lastNanos).max().orElseThrow();
        Histogram latencies = ears.getFirst().latencies();
        ears.subList(1, ears.size()).forEach(ear -> latencies.add(ear.latencies()));
        return new Round(count * 1e9 / (last - metronome.due(0)), latencies);
    }

    private void send(int count, Metronome metronome) {
        for (int i = 0; i < count; i++) {
            int turn = i % clients.size();
            BenchLot lot = lots.get(turn % lots.size());
            String bid =
                    "{\"type\":\"bid\",\"id\":\"%s\",\"lot\":\"%s\",\"amount\":%d}"
                            .formatted(
                                    new UUID(metronome.startNanos(), i),
                                    lot.id(),
                                    lot.nextAmount());
            metronome.await(i);
            clients.get(turn).send(bid);
        }
    }

    private void await(String what, BooleanSupplier isThere) {
        long until = System.nanoTime() + LONGEST_LATENCY.toNanos();
        while (!isThere.getAsBoolean()) {
            crowd.requireFine();
            gateway.requireAlive();
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        what
                                + ": not all (expected: within "
                                + LONGEST_LATENCY.toSeconds()
                                + " s)");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    @Override
    public void close() {
        crowd.close();
    }
}
