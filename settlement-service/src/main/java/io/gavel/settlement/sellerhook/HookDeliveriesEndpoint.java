package io.gavel.settlement.sellerhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.settlement.answers.Problems;
import io.gavel.settlement.outbox.Deliveries;
import io.gavel.settlement.outbox.Draft;
import io.gavel.settlement.outbox.Outbox;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ObjectNode;

/** What was sent to an endpoint, and sending it again. */
@RestController
class HookDeliveriesEndpoint {

    private static final int MOST = 100;

    /** Nothing was made after it; the database knows no year much beyond. */
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private final Deliveries deliveries;
    private final Outbox outbox;
    private final HookCalls calls;
    private final InstantSource clock;

    HookDeliveriesEndpoint(
            Deliveries deliveries, Outbox outbox, HookCalls calls, InstantSource clock) {
        this.deliveries = deliveries;
        this.outbox = outbox;
        this.calls = calls;
        this.clock = clock;
    }

    @GetMapping(
            path = "/api/v1/me/webhooks/{id}/deliveries",
            produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> page(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") String limit,
            Authentication caller) {
        int most = limit(limit);
        Deliveries.Place after = place(cursor);
        return calls.inTime(
                calls.own(caller, id)
                        .flatMap(hook -> deliveries.of(hook.lane(), after, most).collectList())
                        .map(page ->
                                HookView.deliveries(
                                        page, page.size() < most ? null : cursor(page))));
    }

    @PostMapping("/api/v1/me/webhooks/{id}/deliveries/{delivery}/redeliver")
    Mono<ResponseEntity<Void>> again(
            @PathVariable String id, @PathVariable String delivery, Authentication caller) {
        UUID message = HookCalls.uuid(delivery);
        return calls.inTime(
                calls.enabled(caller, id)
                        .flatMap(hook -> outbox.again(hook.lane(), message, now()))
                        .filter(found -> found)
                        .switchIfEmpty(
                                Mono.error(() ->
                                        Problems.problem(HttpStatus.NOT_FOUND, "no such delivery")))
                        .map(_ -> underWay(id)));
    }

    /** At most one a second. */
    @PostMapping("/api/v1/me/webhooks/{id}/test")
    Mono<ResponseEntity<Void>> test(@PathVariable String id, Authentication caller) {
        return calls.inTime(
                calls.enabled(caller, id)
                        .flatMap(hook -> outbox.put(List.of(ping(hook))))
                        .thenReturn(underWay(id)));
    }

    private Draft ping(SellerHook hook) {
        Instant now = now();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("type", SellerHook.TEST).put("timestamp", Instants.format(now));
        json.putObject("data").put("webhook", hook.id().toString());
        return new Draft(
                hook.lane(),
                SellerHook.TEST,
                "test/" + now.getEpochSecond(),
                new String(Json.bytes(json), UTF_8),
                now);
    }

    private static ResponseEntity<Void> underWay(String id) {
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/me/webhooks/" + id + "/deliveries"))
                .build();
    }

    private static int limit(String text) {
        if (text.matches("[0-9]{1,3}")) {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MOST) {
                return limit;
            }
        }
        throw Problems.problem(
                HttpStatus.BAD_REQUEST, "limit: another (expected: 1 to " + MOST + ")");
    }

    private static String cursor(List<Deliveries.Delivery> page) {
        Deliveries.Delivery last = page.getLast();
        return last.madeAt() + "," + last.id();
    }

    private static Deliveries.@Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split(",", -1);
        try {
            if (parts.length == 2) {
                return new Deliveries.Place(inRange(parts[0]), UUID.fromString(parts[1]));
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw noCursor();
        }
        throw noCursor();
    }

    private static Instant inRange(String text) {
        Instant time = Instant.parse(text);
        if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
            throw noCursor();
        }
        return time;
    }

    private static RuntimeException noCursor() {
        return Problems.problem(
                HttpStatus.BAD_REQUEST, "cursor: not one (expected: that of the page before)");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
