package io.gavel.gateway.vitals;

import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.gateway.upstream.Upstream;
import io.gavel.gateway.upstream.UpstreamFailure;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks this gateway and the services behind it, all at once and each for a second at most; what
 * does not answer is said, not waited for. However many look, each is asked once a second at most.
 */
@Component
class Vitals {

    private static final Logger LOG = LoggerFactory.getLogger(Vitals.class);

    static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration FRESH = Duration.ofSeconds(1);

    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String METRICS =
            "/actuator/prometheus?includedNames=" + String.join(",", Figures.METRICS);
    private static final String HEALTH = "/actuator/health/readiness";

    private final PrometheusMeterRegistry meters;
    private final ReactiveHealthIndicator kafka;
    private final Mono<byte[]> looked;

    Vitals(
            @Qualifier("bidding") Upstream bidding,
            @Qualifier("settlement") Upstream settlement,
            PrometheusMeterRegistry meters,
            @Qualifier("kafka") ReactiveHealthIndicator kafka,
            Clock clock) {
        this.meters = meters;
        this.kafka = kafka;
        this.looked =
                Flux.mergeSequential(
                                inTime("gateway", here()),
                                inTime("bidding", there(bidding)),
                                inTime("settlement", there(settlement)))
                        .collectList()
                        .map(services -> answer(clock, services))
                        .cache(FRESH);
    }

    /** The JSON that {@code GET /api/v1/system} answers. */
    Mono<byte[]> look() {
        return looked;
    }

    private static byte[] answer(Clock clock, List<ObjectNode> services) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.put("at", Instants.format(clock.instant()));
        answer.putArray("services").addAll(services);
        return Json.bytes(answer);
    }

    private Mono<ObjectNode> here() {
        Mono<ObjectNode> figures =
                Mono.fromCallable(() -> meters.scrape(TEXT, Figures.METRICS))
                        .subscribeOn(Schedulers.boundedElastic())
                        .map(text -> Figures.of(Exposition.read(text)));
        Mono<JsonNode> health =
                kafka.health()
                        .map(known -> {
                            ObjectNode told = Json.MAPPER.createObjectNode();
                            told.put("status", known.getStatus().getCode());
                            told.putObject("components")
                                    .putObject("kafka")
                                    .put("status", known.getStatus().getCode());
                            return told;
                        });
        return Mono.zip(figures, health, Vitals::withHealth);
    }

    private static Mono<ObjectNode> there(Upstream service) {
        Mono<JsonNode> health =
                service.look(HEALTH, PATIENCE)
                        .map(answer -> Json.tree(body(answer)))
                        .onErrorResume(e -> Mono.just(unsaid(e)));
        return Mono.zip(
                service.look(METRICS, PATIENCE).map(Vitals::figures), health, Vitals::withHealth);
    }

    /** Its figures are worth telling all the same. */
    private static JsonNode unsaid(Throwable e) {
        boolean late = e instanceof UpstreamFailure failure && failure.isLate();
        return Json.MAPPER.createObjectNode().put("status", late ? "LATE" : "UNKNOWN");
    }

    private static ObjectNode figures(ResponseEntity<byte[]> answer) {
        HttpStatusCode status = answer.getStatusCode();
        if (!status.is2xxSuccessful()) {
            throw new IllegalStateException("its metrics: " + status.value() + " (expected: 200)");
        }
        return Figures.of(Exposition.read(new String(body(answer), StandardCharsets.UTF_8)));
    }

    private static byte[] body(ResponseEntity<byte[]> answer) {
        byte[] body = answer.getBody();
        return body == null ? new byte[0] : body;
    }

    /**
     * Readiness, and of what it is made: {@code r2dbc}, {@code kafka} and so on, as far as told.
     */
    private static ObjectNode withHealth(ObjectNode figures, JsonNode health) {
        figures.put("health", health.path("status").asString("UNKNOWN"));
        ArrayNode parts = figures.putArray("parts");
        health.path("components")
                .properties()
                .forEach(part ->
                        parts.addObject()
                                .put("name", part.getKey())
                                .put("state", part.getValue().path("status").asString("UNKNOWN")));
        return figures;
    }

    private static Mono<ObjectNode> inTime(String service, Mono<ObjectNode> reading) {
        return reading.timeout(PATIENCE.plusMillis(200))
                .onErrorResume(e -> Mono.just(silent(service, e)))
                .map(told -> told.put("service", service));
    }

    private static ObjectNode silent(String service, Throwable e) {
        LOG.atDebug().addKeyValue("service", service).log("no vitals: {}", e.toString());
        return Json.MAPPER.createObjectNode().put("problem", why(e));
    }

    private static String why(Throwable e) {
        return switch (e) {
            case UpstreamFailure failure when failure.isLate() ->
                    "no answer within " + PATIENCE.toMillis() + " ms";
            case UpstreamFailure _ -> "cannot be reached";
            case TimeoutException _ -> "no answer within " + PATIENCE.toMillis() + " ms";
            case JacksonException _ -> "its answer cannot be read";
            case IllegalStateException known when known.getMessage() != null -> known.getMessage();
            default -> "its answer cannot be read";
        };
    }
}
