package io.gavel.bidding.batch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AnnouncerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Teller.Patience QUICK =
            new Teller.Patience(2, PATIENCE, Duration.ofMillis(1), Duration.ofMillis(4));

    /** What Kafka took and what was acknowledged to the consumer, in this order. */
    private final Queue<String> happened = new ConcurrentLinkedQueue<>();

    private final Kafka kafka = new Kafka();
    private final Announcer announcer =
            new Announcer(
                    kafka, new BatchMetrics(new SimpleMeterRegistry(), Clock.systemUTC()), QUICK);

    @AfterEach
    void close() {
        announcer.close();
    }

    @Test
    void a_decision_is_told_behind_its_events_and_the_offset_behind_both()
            throws InterruptedException {
        announce(1);

        assertThat(announcer.awaitTold(PATIENCE)).isTrue();
        assertThat(happened).containsExactly("event 1", "decision 1", "told 1");
    }

    @Test
    void what_kafka_refuses_is_told_again_and_nothing_overtakes_it() throws InterruptedException {
        kafka.refusals.put(Topics.LOT_EVENTS.topic(), 3);
        kafka.refusals.put(Topics.DECISIONS.topic(), 2);

        IntStream.rangeClosed(1, 9).forEach(this::announce);

        assertThat(announcer.awaitTold(PATIENCE)).isTrue();
        assertInOrder("event ");
        assertInOrder("decision ");
        assertInOrder("told ");
    }

    @Test
    void no_decision_is_told_before_its_event_when_events_are_refused()
            throws InterruptedException {
        kafka.refusals.put(Topics.LOT_EVENTS.topic(), 4);

        IntStream.rangeClosed(1, 9).forEach(this::announce);

        assertThat(announcer.awaitTold(PATIENCE)).isTrue();
        List<String> said = List.copyOf(happened);
        for (int number = 1; number <= 9; number++) {
            assertThat(said.indexOf("decision " + number))
                    .isGreaterThan(said.lastIndexOf("event " + number));
        }
    }

    @Test
    void a_rejection_waits_for_no_event() throws InterruptedException {
        announcer.announce(announcement(1, List.of()));

        assertThat(announcer.awaitTold(PATIENCE)).isTrue();
        assertThat(happened).containsExactly("decision 1", "told 1");
    }

    @Test
    void of_a_lost_partition_nothing_is_told() throws InterruptedException {
        announcer.lose(Set.of(1));
        announce(1);
        announce(2);
        assertThat(announcer.awaitTold(PATIENCE)).isTrue();
        assertThat(happened)
                .contains("event 2", "decision 2", "told 1", "told 2")
                .doesNotContain("event 1", "decision 1");

        announcer.own(Set.of(1));
        announce(1);
        assertThat(announcer.awaitTold(PATIENCE)).isTrue();
        assertThat(happened).contains("event 1", "decision 1");
    }

    /** Each number's last telling comes behind all tellings of the smaller ones. */
    private void assertInOrder(String what) {
        List<Integer> numbers =
                happened.stream()
                        .filter(said -> said.startsWith(what))
                        .map(said -> Integer.valueOf(said.substring(what.length())))
                        .toList();
        List<Integer> last =
                numbers.stream().distinct().sorted().map(numbers::lastIndexOf).toList();
        assertThat(last).hasSize(9).isSorted();
    }

    private void announce(int number) {
        SealedEvent event = new SealedEvent(1, "bid", ("event " + number).getBytes(UTF_8));
        announcer.announce(announcement(number, List.of(event)));
    }

    /** On the partition of that number. */
    private Announcement announcement(int number, List<SealedEvent> events) {
        Publication telling =
                new Publication(
                        number,
                        new LotId(new UUID(0, number)),
                        new CommandId(new UUID(1, number)),
                        new AccountId("alice"),
                        ("decision " + number).getBytes(UTF_8),
                        null,
                        events);
        return new Announcement(
                List.of(telling), List.of(), BatchTrace.NONE, () -> happened.add("told " + number));
    }

    private final class Kafka extends MockProducer<byte[], byte[]> {

        private final Map<String, Integer> refusals = new ConcurrentHashMap<>();

        Kafka() {
            super(true, null, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public synchronized Future<RecordMetadata> send(
                ProducerRecord<byte[], byte[]> message, Callback callback) {
            if (refusals.merge(message.topic(), -1, Integer::sum) >= 0) {
                throw new TimeoutException("away");
            }
            happened.add(new String(message.value(), UTF_8));
            return super.send(message, callback);
        }
    }
}
