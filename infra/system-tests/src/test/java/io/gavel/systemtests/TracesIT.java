package io.gavel.systemtests;

import static io.gavel.systemtests.OnTheBlock.number;
import static io.gavel.systemtests.OnTheBlock.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.gavel.systemtests.traces.Collector;
import io.gavel.systemtests.traces.Secrets;
import io.gavel.systemtests.traces.Told;
import io.gavel.systemtests.traces.Trace;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Every trace of a whole Gavel, as a collector gets it, and the log lines beside them. */
@Timeout(120)
class TracesIT {

    private static final Collector COLLECTOR = new Collector();

    @RegisterExtension
    static final RunningGavel GAVEL =
            RunningGavel.told(
                    Map.of(
                            "management.opentelemetry.tracing.export.otlp.endpoint",
                            COLLECTOR.uri().toString(),
                            "management.opentelemetry.tracing.export.schedule-delay",
                            "100ms",
                            "management.tracing.sampling.probability",
                            "1.0",
                            "logging.level.io.gavel.gateway.command",
                            "debug",
                            "logging.level.io.gavel.bidding.batch",
                            "debug"));

    private static final String BIDS =
            "gateway-ws http post /api/v1/lots/{lot}"
                    + "/{what:bids|buy-now|accept-price|lower-max|retract-bid}";
    private static final String FORGED = "0af7651916cd43dd8448eb211c80319c";
    private static final String ENGLISH = "\"format\":\"english\"";
    private static final Duration FAR = Duration.ofDays(1);

    /** Nobody else may know these, nor who this is. */
    private static final String ALICE = "zenobia-the-bidder";

    private static final long SEALED = 48_273_915;
    private static final long MAXIMUM = 73_918_246;
    private static final long RESERVE = 55_512_347;
    private static final String SOUGHT = "a-word-that-is-sought";

    @AfterAll
    static void stop() {
        COLLECTOR.close();
    }

    @Test
    void a_bid_by_web_socket_is_one_trace_through_all_services_and_back() throws IOException {
        String lot = list(FAR, ENGLISH);
        try (Participant watcher = GAVEL.api().join(null);
                Participant alice = GAVEL.api().join(token(ALICE, "BIDDER"))) {
            watcher.watch(lot, "log");
            watcher.await("snapshot");
            JsonNode decision = alice.bid(lot, 150);
            watcher.awaitEvent(lot, "bid");

            Trace trace =
                    traceOf(decision, "gateway-ws deliver event", "gateway-ws deliver decision");

            assertThat(trace.wayTo("gateway-ws deliver event"))
                    .containsExactly(
                            "gateway-ws bid",
                            "gateway-ws append",
                            "bidding-service decide",
                            "bidding-service announce",
                            "gateway-ws deliver event");
            assertThat(trace.wayTo("gateway-ws deliver decision"))
                    .endsWith("bidding-service announce", "gateway-ws deliver decision");
            assertThat(trace.wayTo("bidding-service store"))
                    .endsWith("bidding-service decide", "bidding-service store");
            assertThat(trace.one("gateway-ws bid").said())
                    .containsEntry("gavel.lot", lot)
                    .containsEntry("gavel.outcome", "accepted")
                    .containsEntry("gavel.via", "ws");
            assertThat(trace.all("gateway-ws deliver event"))
                    .allMatch(span -> span.said().get("gavel.receivers").equals("1"))
                    .extracting(span -> span.said().get("gavel.event"))
                    .contains("bid");

            String id = text(decision, "id");
            assertThat(line("gateway-ws", "command answered", id).at("/trace/id").asString())
                    .isEqualTo(trace.one("gateway-ws bid").trace());
            assertThat(line("bidding-service", "decided", id).at("/span/id").asString())
                    .isEqualTo(trace.one("bidding-service decide").id());
        }
    }

    @Test
    void what_a_client_says_of_traces_is_not_believed() throws Exception {
        String path = "/api/v1/lots/" + list(FAR, ENGLISH) + "/bids";
        HttpRequest bid =
                HttpRequest.newBuilder(GAVEL.stack().gatewayUri().resolve(path))
                        .header("Authorization", "Bearer " + token(ALICE, "BIDDER"))
                        .header("Content-Type", "application/json")
                        .header("traceparent", "00-" + FORGED + "-b7ad6b7169203331-01")
                        .header("tracestate", "house=" + SOUGHT)
                        .header("baggage", "who=" + SOUGHT)
                        .header("b3", FORGED + "-b7ad6b7169203331-1")
                        .POST(
                                BodyPublishers.ofString(
                                        "{\"id\":\"%s\",\"amount\":200}"
                                                .formatted(UUID.randomUUID())))
                        .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            JsonNode decision = Json.tree(http.send(bid, BodyHandlers.ofByteArray()).body());

            assertThat(traceOf(decision, BIDS).wayTo("bidding-service decide"))
                    .containsExactly(
                            BIDS, "gateway-ws bid", "gateway-ws append", "bidding-service decide");
        }
        assertThat(COLLECTOR.spans()).noneMatch(span -> span.trace().equals(FORGED));
    }

    @Test
    void the_hammer_is_one_trace_from_its_alarm_to_the_sale() {
        String lot = list(Duration.ofSeconds(10), ENGLISH);
        try (Participant watcher = GAVEL.api().join(null)) {
            watcher.watch(lot, "log");
            watcher.await("sale");

            Told delivered = awaitSpan("gateway-ws deliver sale", lot);

            assertThat(
                            COLLECTOR
                                    .awaitTrace(delivered, "settlement-service settle")
                                    .wayTo("gateway-ws deliver sale"))
                    .containsExactly(
                            "settlement-service close-due",
                            "bidding-service decide",
                            "bidding-service announce",
                            "settlement-service settle",
                            "settlement-service announce sale",
                            "gateway-ws deliver sale");
        }
    }

    @Test
    void no_span_and_no_log_line_tells_a_secret() throws IOException {
        String token = token(ALICE, "BIDDER");
        String olga = token("olga", "OPERATOR");
        String sealed = list(FAR, "\"format\":\"sealed-first-price\"");
        String english = list(FAR, ENGLISH + ",\"reserve\":" + RESERVE);
        try (Participant alice = GAVEL.api().join(token)) {
            alice.bid(sealed, SEALED);
        }
        OnTheBlock lot = new OnTheBlock(GAVEL.api(), english);
        JsonNode kept = lot.accepted(token, "bids", "\"confirmLarge\":true,\"amount\":" + MAXIMUM);
        assertThat(number(kept, "max")).isEqualTo(MAXIMUM);
        lot.accepted(token, "lower-max", "\"amount\":" + (MAXIMUM - 1));
        GAVEL.api().get("/api/v1/lots?q=" + SOUGHT, token);
        GAVEL.api().get("/api/v1/me/bids", token);
        GAVEL.api().get("/api/v1/bidders/" + ALICE, olga);
        lot.accepted(olga, "hammer", "\"reason\":\"%s\"".formatted(SOUGHT));
        awaitSpan("settlement-service settle", english);
        awaitSpan("bidding-service decide", sealed);

        Secrets secrets =
                new Secrets(
                        ALICE,
                        SOUGHT,
                        Long.toString(SEALED),
                        Long.toString(MAXIMUM),
                        Long.toString(MAXIMUM - 1),
                        Long.toString(RESERVE),
                        token.substring(0, token.indexOf('.')),
                        token.substring(token.lastIndexOf('.')));
        secrets.assertNotIn(COLLECTOR);
        for (String service : List.of("gateway-ws", "bidding-service", "settlement-service")) {
            secrets.assertNotIn(log(service));
        }
    }

    private static String list(Duration open, String fields) {
        return GAVEL.list(
                token("sam", "SELLER"),
                """
                {"title":"A clock","description":"Ticks.","currency":"EUR","startingPrice":100,
                 "increments":"ebay-us","closesAt":"%s",%s}
                """
                        .formatted(Instant.now().plus(open), fields));
    }

    private static String token(String who, String role) {
        return GAVEL.api().token(who, role);
    }

    /** The trace in which the decision's command was a bid. */
    private static Trace traceOf(JsonNode decision, String... kinds) {
        Map<String, String> place =
                Map.of(
                        "messaging.kafka.offset",
                        Long.toString(number(decision, "offset")),
                        "messaging.destination.partition.id",
                        Long.toString(number(decision, "partition")));
        return COLLECTOR.awaitTrace(
                COLLECTOR.await(
                        "the bid at " + place,
                        span ->
                                span.what().equals("gateway-ws bid")
                                        && span.said().entrySet().containsAll(place.entrySet())),
                kinds);
    }

    private static Told awaitSpan(String what, String lot) {
        return COLLECTOR.await(
                what + " of " + lot,
                span -> span.what().equals(what) && lot.equals(span.said().get("gavel.lot")));
    }

    private static List<String> log(String service) throws IOException {
        try (Stream<String> lines =
                Files.lines(GAVEL.data().resolve("logs").resolve(service + ".log"))) {
            return lines.filter(line -> !isOfTheJvm(line)).toList();
        }
    }

    /** What the JVM says of itself is not JSON; images are started so that it says nothing. */
    private static boolean isOfTheJvm(String line) {
        return line.isBlank()
                || Stream.of("NOTE: ", "WARNING: ", "Picked up ").anyMatch(line::startsWith);
    }

    /** The only line of a service that says this about a command. */
    private static JsonNode line(String service, String message, String id) throws IOException {
        List<JsonNode> found =
                log(service).stream()
                        .filter(line -> line.contains(id))
                        .map(TracesIT::json)
                        .filter(line -> text(line, "message").equals(message))
                        .toList();
        assertThat(found).as("%s: %s", service, message).hasSize(1);
        return found.getFirst();
    }

    private static JsonNode json(String line) {
        return Json.tree(line.getBytes(StandardCharsets.UTF_8));
    }
}
