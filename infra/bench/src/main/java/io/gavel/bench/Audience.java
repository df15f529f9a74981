package io.gavel.bench;

import io.gavel.bench.crowd.Client;
import io.gavel.bench.crowd.Crowd;
import io.gavel.bench.crowd.Follower;
import io.gavel.bench.crowd.Tally;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * Clients that all watch the log of one lot, where bids are placed at times that are fixed
 * beforehand. Each bid makes one event. Events are timed from when their bid is due to be sent to
 * when a client has them: the decision is among it.
 */
final class Audience implements AutoCloseable {

    static final int THREADS = 2;

    private static final Duration LONGEST_LAG = Duration.ofSeconds(30);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(1);

    private final BenchLot lot;
    private final Sender sender;
    private final RunningGateway gateway;
    private final Crowd crowd;
    private final List<Tally> tallies = Stream.generate(Tally::new).limit(THREADS).toList();
    private int size;

    Audience(BenchLot lot, KafkaClients clients, RunningGateway gateway) {
        this.lot = lot;
        this.sender = clients.sender();
        this.gateway = gateway;
        this.crowd = new Crowd(gateway.port(), THREADS);
    }

    /**
     * What came of one round.
     *
     * @param perSecond events delivered to all together, from the first arrival to the last
     * @param latencies in nanoseconds
     */
    record Round(double perSecond, Histogram latencies) {}

    /** More take their seats: all have their snapshots when this returns. */
    void join(int count) {
        List<Client> joined = crowd.join(count, thread -> new Follower(tallies.get(thread)));
        joined.forEach(client -> client.send(watch(lot.id())));
        size += count;
        await("snapshots", () -> tallies.stream().mapToInt(Tally::joined).sum() == size);
    }

    /** Some who ask for all that happens and read nothing of it. */
    void joinDeaf(int count) {
        crowd.joinWithSmallBuffers(count, _ -> (_, _, _) -> {})
                .forEach(client -> {
                    client.stopReading();
                    client.send(watch(lot.id()));
                });
    }

    /**
     * Places bids at that rate for that long, and returns when everybody has every event.
     *
     * @throws IllegalStateException if somebody misses one, gets one twice or out of order, or the
     *     last does not come within 30 s
     */
    Round round(int bidsPerSecond, Duration length) {
        long bids = bidsPerSecond * length.toMillis() / 1_000;
        long expected = delivered() + bids * size;
        long first = tallies.stream().mapToLong(Tally::next).max().orElseThrow();
        Metronome metronome = Metronome.soon(bidsPerSecond);
        tallies.forEach(tally -> tally.expect(version -> metronome.due(version - first)));
        Thread.ofPlatform().name("sender").start(() -> send(bids, metronome));
        LockSupport.parkNanos(metronome.due(bids) - System.nanoTime());
        await("events", () -> delivered() >= expected);
        long last = tallies.stream().mapToLong(Tally::lastNanos).max().orElseThrow();
        long earliest = tallies.stream().mapToLong(Tally::firstNanos).min().orElseThrow();
        return new Round(bids * size * 1e9 / (last - earliest), latencies());
    }

    private void send(long bids, Metronome metronome) {
        for (int i = 0; i < bids; i++) {
            metronome.await(i);
            sender.send(lot.nextBid(UUID.randomUUID()));
        }
    }

    private long delivered() {
        return tallies.stream().mapToLong(Tally::arrived).sum();
    }

    private Histogram latencies() {
        Histogram all = tallies.getFirst().latencies();
        tallies.subList(1, tallies.size()).forEach(tally -> all.add(tally.latencies()));
        return all;
    }

    private void await(String what, BooleanSupplier isThere) {
        long until = System.nanoTime() + LONGEST_LAG.toNanos();
        while (!isThere.getAsBoolean()) {
            crowd.requireFine();
            sender.requireTaken();
            gateway.requireAlive();
            if (System.nanoTime() > until) {
                throw new IllegalStateException(
                        what + ": not all (expected: within " + LONGEST_LAG.toSeconds() + " s)");
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
    }

    private static String watch(UUID lot) {
        return "{\"type\":\"watch\",\"lot\":\"" + lot + "\",\"feed\":\"log\"}";
    }

    @Override
    public void close() {
        crowd.close();
        sender.close();
    }
}
