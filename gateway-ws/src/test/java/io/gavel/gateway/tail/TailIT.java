package io.gavel.gateway.tail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.GatewayProperties;
import io.gavel.testkit.Servers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.mock.env.MockEnvironment;
import reactor.core.publisher.Mono;

/** One tail of one topic with many partitions, on a real broker. */
class TailIT {

    private static final String TOPIC = "gavel.many.v1";
    private static final int COUNT = 200;
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final Set<LotId> NEEDED = ConcurrentHashMap.newKeySet();
    private static final List<String> SEEN = new CopyOnWriteArrayList<>();
    private static KafkaProducer<String, String> producer;
    private static Tails tails;
    private static TopicTail tail;

    @BeforeAll
    static void start() throws Exception {
        Map<String, Object> broker =
                Map.of("bootstrap.servers", Servers.kafka().bootstrapServers());
        try (Admin admin = Admin.create(broker)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, COUNT, (short) 1)))
                    .all()
                    .get(20, TimeUnit.SECONDS);
        }
        producer = new KafkaProducer<>(broker, new StringSerializer(), new StringSerializer());
        MockEnvironment settings = new MockEnvironment().withProperty("gavel.tail.linger", "300ms");
        tails =
                new Tails(
                        new DefaultKafkaConsumerFactory<>(
                                Map.of(
                                        "bootstrap.servers",
                                        Servers.kafka().bootstrapServers(),
                                        "client.id",
                                        "many")),
                        new SimpleMeterRegistry(),
                        Binder.get(settings).bindOrCreate("gavel", GatewayProperties.class));
        tail =
                tails.follow(
                        TOPIC,
                        () -> new Needed.Lots(NEEDED),
                        found ->
                                SEEN.add(
                                        found.partition()
                                                + " "
                                                + new String(
                                                        found.value(), StandardCharsets.UTF_8)));
        tail.start();
    }

    @AfterAll
    static void stop() {
        tail.stop();
        producer.close();
    }

    @Test
    void only_what_is_needed_is_read_from_the_moment_it_is_and_until_it_is_not_any_more()
            throws Exception {
        LotId lamp = new LotId(UUID.randomUUID());
        LotId clock = lotElsewhere(lamp);
        say(lamp, "before");
        follow(lamp);
        say(clock, "nobody listens");
        say(lamp, "now");
        awaitSeen("now");
        assertThat(followed()).isEqualTo(1);

        follow(clock);
        say(clock, "clock");
        say(lamp, "lamp");
        awaitSeen("clock");
        awaitSeen("lamp");
        assertThat(followed()).isEqualTo(2);
        assertThat(SEEN)
                .containsExactlyInAnyOrder(in(lamp, "now"), in(clock, "clock"), in(lamp, "lamp"));

        NEEDED.remove(lamp);
        await("one partition given up").atMost(DEADLINE).until(() -> followed() == 1);
        say(lamp, "too late");
        say(clock, "still here");
        awaitSeen("still here");

        follow(lamp);
        say(lamp, "again");
        awaitSeen("again");
        assertThat(SEEN).doesNotContain(in(lamp, "too late"), in(lamp, "before"));
        NEEDED.clear();
        await("all given up").atMost(DEADLINE).until(() -> followed() == 0);
    }

    @Test
    void a_topic_followed_from_its_beginning_is_read_whole_before_it_counts_as_followed()
            throws Exception {
        for (int i = 0; i < 50; i++) {
            say(new LotId(UUID.randomUUID()), "early " + i);
        }
        List<String> heard = new CopyOnWriteArrayList<>();
        TopicTail whole =
                tails.followFromTheBeginning(
                        TOPIC, found -> heard.add(new String(found.value(), UTF_8)));
        try {
            whole.start();
            await("all of the topic").atMost(DEADLINE).until(whole::isPositioned);
            assertThat(heard).contains("early 0", "early 49");

            say(new LotId(UUID.randomUUID()), "late");
            await("what comes then").atMost(DEADLINE).until(() -> heard.contains("late"));
        } finally {
            whole.stop();
        }
    }

    /** As the gateway does: first it is known to be needed, then it is waited for. */
    private static void follow(LotId lot) {
        NEEDED.add(lot);
        Mono.when(tail.partitions().following(lot, System.nanoTime())).block(DEADLINE);
    }

    private static int followed() {
        return tail.partitions().wanted().partitions().size();
    }

    private static void awaitSeen(String what) {
        await(what)
                .atMost(DEADLINE)
                .until(() -> SEEN.stream().anyMatch(each -> each.endsWith(" " + what)));
    }

    private static String in(LotId lot, String what) {
        return Partitions.of(lot, COUNT) + " " + what;
    }

    private static LotId lotElsewhere(LotId lot) {
        LotId other;
        do {
            other = new LotId(UUID.randomUUID());
        } while (Partitions.of(other, COUNT) == Partitions.of(lot, COUNT));
        return other;
    }

    /** With the partitioner of every producer here. */
    private static void say(LotId lot, String what)
            throws InterruptedException, ExecutionException, TimeoutException {
        producer.send(new ProducerRecord<>(TOPIC, lot.toString(), what))
                .get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
    }
}
