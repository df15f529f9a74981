package io.gavel.bench;

import io.gavel.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Hands commands in and takes decisions out, over Kafka as a gateway does. */
final class Desk implements AutoCloseable {

    private static final Duration LONGEST_WAIT = Duration.ofMinutes(3);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration OPEN_FOR = Duration.ofDays(30);
    private static final String ACCEPTED = "\"outcome\":\"accepted\"";

    private final Sender sender;
    private final KafkaConsumer<byte[], byte[]> decisions;
    private final Runnable requireService;

    /**
     * Opens the desk.
     *
     * @param requireService throws if the service that decides is not there any more
     */
    Desk(KafkaClients clients, Runnable requireService) {
        this.sender = clients.sender();
        this.decisions = clients.consumer(Topics.DECISIONS.topic());
        this.requireService = requireService;
    }

    /** New lots, listed and open. */
    List<BenchLot> openLots(int count) {
        List<BenchLot> lots = IntStream.range(0, count).mapToObj(_ -> new BenchLot()).toList();
        Instant closesAt = Instant.now().plus(OPEN_FOR);
        decide(lots.stream().map(lot -> lot.listing(closesAt)).toList());
        return lots;
    }

    /**
     * The time from the first command's sending to the last decision's arrival; sending and
     * arriving overlap. Nobody else may have commands under way.
     *
     * @throws IllegalStateException if a command is not accepted, or decisions stay out for 3
     *     minutes
     */
    Duration decide(List<ProducerRecord<byte[], byte[]>> commands) {
        List<ConsumerRecords<byte[], byte[]>> arrived = new ArrayList<>();
        KafkaClients.passOver(decisions);
        long start = System.nanoTime();
        Thread sending =
                Thread.ofPlatform().name("sender").start(() -> commands.forEach(sender::send));
        for (int seen = 0; seen < commands.size(); ) {
            requireService.run();
            sender.requireTaken();
            if (System.nanoTime() - start > LONGEST_WAIT.toNanos()) {
                throw new IllegalStateException(
                        seen
                                + " decisions after "
                                + LONGEST_WAIT.toSeconds()
                                + " s (expected: "
                                + commands.size()
                                + ")");
            }
            ConsumerRecords<byte[], byte[]> some = decisions.poll(POLL);
            arrived.add(some);
            seen += some.count();
        }
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        join(sending);
        arrived.forEach(some -> some.forEach(Desk::requireAccepted));
        return taken;
    }

    /**
     * Throws if a decision refuses.
     *
     * @throws IllegalStateException with the decision
     */
    static void requireAccepted(ConsumerRecord<byte[], byte[]> decision) {
        String json = new String(decision.value(), StandardCharsets.UTF_8);
        if (!json.contains(ACCEPTED)) {
            throw new IllegalStateException(
                    "a decision: " + json + " (expected: " + ACCEPTED + ")");
        }
    }

    private static void join(Thread sending) {
        try {
            sending.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while sending commands", e);
        }
    }

    @Override
    public void close() {
        sender.close();
        decisions.close();
    }
}
