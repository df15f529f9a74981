package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.topic.Topics;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Lots that are listed a few at a time, bid on, and end soon after, until told to stop. */
final class Closings implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMillis(700);
    private static final Duration OPEN_FOR = Duration.ofSeconds(4);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** More than one partition's, so that each instance has some. */
    private static final int AT_ONCE = 4;

    private final Insides insides;
    private final Map<String, Instant> ends = new ConcurrentHashMap<>();
    private final CountDownLatch enough = new CountDownLatch(1);
    private final Thread consigning;

    Closings(RunningGavel gavel) {
        insides = new Insides(gavel);
        consigning = Thread.ofVirtual().start(this::consign);
    }

    private void consign() {
        try {
            do {
                Instant end = Instant.now().plus(OPEN_FOR).truncatedTo(ChronoUnit.MILLIS);
                List<String> lots =
                        Stream.generate(() -> UUID.randomUUID().toString()).limit(AT_ONCE).toList();
                insides.send(lots.stream().map(lot -> Insides.listing(lot, end)).toList());
                insides.send(lots.stream().map(lot -> Insides.bid(lot, "alice", 500)).toList());
                lots.forEach(lot -> ends.put(lot, end));
            } while (!enough.await(BETWEEN.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * No new lots; waits until the last has ended.
     *
     * @return by how much each was closed after its end
     * @throws AssertionError if one was not closed just once, was closed early, or its bid got lost
     */
    List<Duration> lateness() throws InterruptedException {
        enough.countDown();
        consigning.join(PATIENCE);
        await("all lots closed")
                .atMost(PATIENCE)
                .until(() -> events().values().stream().noneMatch(log -> closes(log).isEmpty()));
        Map<String, List<String>> events = events();
        List<Duration> late = new ArrayList<>();
        ends.forEach((lot, end) -> {
            List<JsonNode> log =
                    events.get(lot).stream().distinct().map(Json.MAPPER::readTree).toList();
            List<Instant> closes = closes(events.get(lot));
            assertThat(closes).as("closes of %s", lot).hasSize(1);
            assertThat(closes.getFirst()).isAfterOrEqualTo(end);
            assertThat(log.getLast().path("outcome").asString()).isEqualTo("sold");
            late.add(Duration.between(lastEnd(log), closes.getFirst()));
        });
        return late;
    }

    /** When the closed lot was to end at last: an outage of gateways may have moved it. */
    private static Instant lastEnd(List<JsonNode> log) {
        return Instant.parse(log.get(log.size() - 2).required("closesAt").stringValue());
    }

    private Map<String, List<String>> events() {
        Map<String, List<String>> published = insides.publishedOf(Topics.LOT_EVENTS, ends.keySet());
        assertThat(published.keySet()).isSubsetOf(ends.keySet());
        ends.keySet().forEach(lot -> published.putIfAbsent(lot, List.of()));
        return published;
    }

    /** When a lot was closed, each time, by its public log. */
    static List<Instant> closes(List<String> log) {
        return log.stream()
                .distinct()
                .map(Json.MAPPER::readTree)
                .filter(event -> event.required("type").stringValue().equals("closed"))
                .map((JsonNode event) -> Instant.parse(event.required("at").stringValue()))
                .toList();
    }

    @Override
    public void close() {
        enough.countDown();
        consigning.interrupt();
    }
}
