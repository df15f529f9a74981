package io.gavel.systemtests;

import static io.gavel.systemtests.OnTheBlock.number;
import static io.gavel.systemtests.OnTheBlock.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.gavel.systemtests.traces.Collector;
import io.gavel.systemtests.traces.Told;
import java.io.IOException;
import java.net.URI;
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
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Every trace of a whole Gavel, as a collector gets it. */
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

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FORGED = "0af7651916cd43dd8448eb211c80319c";

    /** Nobody else may know these, nor who these people are. */
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
        String lot = list(Duration.ofDays(1), "\"format\":\"english\"");
        try (Participant watcher = GAVEL.api().join(null);
                Participant alice = GAVEL.api().join(token(ALICE, "BIDDER"))) {
            watcher.watch(lot, "log");
            watcher.await("snapshot");
            JsonNode decision = alice.bid(lot, 12_345);
            watcher.awaitEvent(lot, "bid");

            List<Told> trace = traceOf("gateway-ws bid", decision, "gateway-ws deliver event");

            assertThat(wayOf(trace, "gateway-ws deliver event"))
                    .containsExactly(
                            "gateway-ws bid",
                            "gateway-ws append",
                            "bidding-service decide",
                            "bidding-service announce",
                            "gateway-ws deliver event");
            assertThat(wayOf(trace, "gateway-ws deliver decision"))
                    .endsWith("bidding-service announce", "gateway-ws deliver decision");
            assertThat(wayOf(trace, "bidding-service store"))
                    .endsWith("bidding-service decide", "bidding-service store");
            assertThat(one(trace, "gateway-ws bid").said())
                    .containsEntry("gavel.lot", lot)
                    .containsEntry("gavel.outcome", "accepted")
                    .containsEntry("gavel.via", "ws");
            assertThat(trace)
                    .filteredOn(span -> span.what().equals("gateway-ws deliver event"))
                    .allMatch(span -> span.said().get("gavel.receivers").equals("1"))
                    .extracting(span -> span.said().get("gavel.event"))
                    .contains("bid");

            String id = text(decision, "id");
            assertThat(linesAbout("gateway-ws", "command answered", id))
                    .singleElement()
                    .extracting(line -> line.at("/trace/id").asString(""))
                    .isEqualTo(trace.getFirst().trace());
            assertThat(linesAbout("bidding-service", "decided", id))
                    .singleElement()
                    .extracting(line -> line.at("/span/id").asString(""))
                    .isEqualTo(one(trace, "bidding-service decide").id());
        }
    }

    @Test
    void what_a_client_says_of_traces_is_not_believed() throws Exception {
        String lot = list(Duration.ofDays(1), "\"format\":\"english\"");
        HttpRequest bid =
                HttpRequest.newBuilder(gateway("/api/v1/lots/" + lot + "/bids"))
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
        JsonNode decision;
        try (HttpClient http = HttpClient.newHttpClient()) {
            decision = Json.tree(http.send(bid, BodyHandlers.ofByteArray()).body());
        }

        List<Told> trace =
                traceOf(
                        "gateway-ws bid",
                        decision,
                        "gateway-ws http post /api/v1/lots/{lot}/bids");

        assertThat(wayOf(trace, "bidding-service decide"))
                .containsExactly(
                        "gateway-ws http post /api/v1/lots/{lot}/bids",
                        "gateway-ws bid",
                        "gateway-ws append",
                        "bidding-service decide");
        assertThat(COLLECTOR.spans()).noneMatch(span -> span.trace().equals(FORGED));
    }

    @Test
    void the_hammer_is_one_trace_from_its_alarm_to_the_sale() {
        String lot = list(Duration.ofSeconds(2), "\"format\":\"english\"");
        try (Participant watcher = GAVEL.api().join(null)) {
            watcher.watch(lot, "log");
            watcher.await("snapshot");
            new OnTheBlock(GAVEL.api(), lot).accepted(token(ALICE, "BIDDER"), "bids", "\"amount\":500");
            watcher.await("sale");

            Told delivered =
                    awaitSpan(
                            span ->
                                    span.what().equals("gateway-ws deliver sale")
                                            && lot.equals(span.said().get("gavel.lot")));
            List<Told> trace = awaitTrace(delivered.trace(), "settlement-service close-due");

            assertThat(wayOf(trace, "gateway-ws deliver sale"))
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
        String sealed = list(Duration.ofDays(1), "\"format\":\"sealed-first-price\"");
        String english =
                list(Duration.ofDays(1), "\"format\":\"english\",\"reserve\":" + RESERVE);
        try (Participant alice = GAVEL.api().join(token)) {
            alice.say(
                    "{\"type\":\"bid\",\"id\":\"%s\",\"lot\":\"%s\",\"amount\":%d,\"confirmLarge\":true}"
                            .formatted(UUID.randomUUID(), sealed, SEALED));
            alice.await("decision", it -> text(it, "lot").equals(sealed));
        }
        OnTheBlock lot = new OnTheBlock(GAVEL.api(), english);
        assertThat(number(lot.ask(token, "bids", "\"confirmLarge\":true,\"amount\":" + MAXIMUM), "max"))
                .isEqualTo(MAXIMUM);
        lot.refused(token, "bids", "\"confirmLarge\":true,\"amount\":" + (MAXIMUM - 1));
        GAVEL.api().get("/api/v1/lots?q=" + SOUGHT, token);
        GAVEL.api().get("/api/v1/me/bids", token);
        GAVEL.api().get("/api/v1/bidders/" + ALICE, token("olga", "OPERATOR"));
        lot.accepted(token("olga", "OPERATOR"), "hammer", "\"reason\":\"%s\"".formatted(SOUGHT));
        awaitSpan(span -> english.equals(span.said().get("gavel.lot")) && span.name().equals("settle"));
        awaitSpan(span -> span.what().equals("bidding-service http get /api/v1/me/bids"));

        List<String> secrets =
                List.of(
                        ALICE,
                        SOUGHT,
                        Long.toString(SEALED),
                        Long.toString(MAXIMUM),
                        Long.toString(MAXIMUM - 1),
                        Long.toString(RESERVE),
                        token.substring(token.lastIndexOf('.')),
                        token.substring(0, token.indexOf('.')));
        assertThat(COLLECTOR.bodies()).isNotEmpty().allSatisfy(body -> assertThat(body).doesNotContain(secrets.toArray(String[]::new)));
        assertThat(COLLECTOR.spans())
                .allSatisfy(span -> {
                    assertThat(ALLOWED).as(span.what()).containsAll(span.said().keySet());
                    assertThat(span.said().values()).as(span.what()).doesNotContainAnyElementsOf(secrets);
                    assertThat(span.whole().getEventsList()).as(span.what()).isEmpty();
                    assertThat(span.whole().getStatus().getMessage()).as(span.what()).isEmpty();
                    assertThat(span.whole().getTraceState()).as(span.what()).isEmpty();
                });
        for (String service : List.of("gateway-ws", "bidding-service", "settlement-service")) {
            String log = Files.readString(GAVEL.data().resolve("logs").resolve(service + ".log"));
            assertThat(log).as(service).doesNotContain(secrets.toArray(String[]::new));
            assertThat(log.lines()).as(service).isNotEmpty().allSatisfy(line -> assertThat(Json.tree(line.getBytes(StandardCharsets.UTF_8)).isObject()).isTrue());
        }
    }

    private static final List<String> ALLOWED =
            List.of(
                    "gavel.lot",
                    "gavel.outcome",
                    "gavel.event",
                    "gavel.version",
                    "gavel.receivers",
                    "gavel.batch",
                    "gavel.via",
                    "messaging.destination.partition.id",
                    "messaging.kafka.offset",
                    "method",
                    "uri",
                    "status",
                    "outcome",
                    "exception");

    private static String list(Duration open, String fields) {
        return GAVEL.list(
                token("sam", "SELLER"),
                ("{\"title\":\"A clock\",\"description\":\"Ticks.\",\"currency\":\"EUR\","
                                + "\"startingPrice\":100,\"increments\":\"ebay-us\",\"closesAt\":\"%s\",%s}")
                        .formatted(Instant.now().plus(open), fields));
    }

    private static String token(String who, String role) {
        return GAVEL.api().token(who, role);
    }

    private static URI gateway(String path) {
        return GAVEL.stack().gatewayUri().resolve(path);
    }

    /** The trace whose span of that kind says where the decision's command lies. */
    private static List<Told> traceOf(String what, JsonNode decision, String... more) {
        Told found =
                awaitSpan(
                        span ->
                                span.what().equals(what)
                                        && said(span, "messaging.kafka.offset", decision, "offset")
                                        && said(
                                                span,
                                                "messaging.destination.partition.id",
                                                decision,
                                                "partition"));
        return awaitTrace(found.trace(), more);
    }

    private static boolean said(Told span, String key, JsonNode decision, String field) {
        return Long.toString(number(decision, field)).equals(span.said().get(key));
    }

    private static Told awaitSpan(Predicate<Told> fits) {
        return Awaitility.await("a span")
                .atMost(PATIENCE)
                .until(
                        () -> COLLECTOR.spans().stream().filter(fits).findFirst(),
                        found -> found.isPresent())
                .orElseThrow();
    }

    private static List<Told> awaitTrace(String trace, String... withThese) {
        return Awaitility.await("the trace with " + List.of(withThese))
                .atMost(PATIENCE)
                .until(
                        () -> COLLECTOR.ofTrace(trace),
                        spans ->
                                spans.stream()
                                        .map(Told::what)
                                        .toList()
                                        .containsAll(List.of(withThese)));
    }

    private static Told one(List<Told> trace, String what) {
        List<Told> found = trace.stream().filter(span -> span.what().equals(what)).toList();
        assertThat(found).as(what).hasSize(1);
        return found.getFirst();
    }

    /** The spans from the root to the first of that kind. */
    private static List<String> wayOf(List<Told> trace, String what) {
        Told span =
                trace.stream().filter(each -> each.what().equals(what)).findFirst().orElseThrow();
        java.util.LinkedList<String> way = new java.util.LinkedList<>(List.of(span.what()));
        while (!span.isRoot()) {
            String parent = span.parent();
            span =
                    trace.stream()
                            .filter(each -> each.id().equals(parent))
                            .findFirst()
                            .orElseThrow(() -> new AssertionError("no parent in " + way));
            way.addFirst(span.what());
        }
        return way;
    }

    private static List<JsonNode> linesAbout(String service, String message, String id)
            throws IOException {
        return Files.readAllLines(GAVEL.data().resolve("logs").resolve(service + ".log")).stream()
                .filter(line -> line.contains(id))
                .map(line -> Json.tree(line.getBytes(StandardCharsets.UTF_8)))
                .filter(line -> text(line, "message").equals(message))
                .toList();
    }
}
