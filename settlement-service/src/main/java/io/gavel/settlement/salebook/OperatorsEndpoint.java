package io.gavel.settlement.salebook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.sale.SaleState;
import io.gavel.settlement.SettlementProperties;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The operators' view: sales by state, also as a table, and who has strikes. */
@RestController
@RequestMapping("/api/v1")
class OperatorsEndpoint {

    private static final int MOST = 100;
    private static final int MOST_ROWS = 10_000;
    private static final MediaType CSV = new MediaType("text", "csv", UTF_8);

    private final SaleReads sales;
    private final Strikes strikes;
    private final Calls calls;
    private final int strikesToSuspend;

    OperatorsEndpoint(
            SaleReads sales, Strikes strikes, Calls calls, SettlementProperties properties) {
        this.sales = sales;
        this.strikes = strikes;
        this.calls = calls;
        this.strikesToSuspend = properties.sale().strikesToSuspend();
    }

    @GetMapping(path = "/sales", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> list(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") String limit,
            Authentication caller) {
        Calls.operatorsOnly(Viewer.of(caller));
        int most = Calls.limit(limit, MOST);
        return calls.inTime(
                sales.inState(state(state), place(cursor), most)
                        .collectList()
                        .map(page -> page(page, most)));
    }

    @GetMapping("/sales.csv")
    Mono<ResponseEntity<byte[]>> table(
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + MOST_ROWS) String limit,
            Authentication caller) {
        Calls.operatorsOnly(Viewer.of(caller));
        return calls.inTime(
                sales.inState(state(state), place(cursor), Calls.limit(limit, MOST_ROWS))
                        .map(placed -> SaleRow.of(placed.sale()))
                        .collect(Collectors.joining("", SaleRow.HEADER, ""))
                        .map(rows ->
                                ResponseEntity.ok()
                                        .contentType(CSV)
                                        .header(
                                                HttpHeaders.CONTENT_DISPOSITION,
                                                "attachment; filename=\"sales.csv\"")
                                        .body(rows.getBytes(UTF_8))));
    }

    @GetMapping(path = "/strikes", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<byte[]> strikes(@RequestParam(defaultValue = "20") String limit, Authentication caller) {
        Calls.operatorsOnly(Viewer.of(caller));
        return calls.inTime(strikes.most(Calls.limit(limit, MOST)).collectList().map(this::struck));
    }

    private byte[] struck(List<Strikes.Struck> all) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode items = answer.putArray("items");
        for (Strikes.Struck each : all) {
            items.addObject()
                    .put("account", each.account())
                    .put("strikes", each.strikes())
                    .put("suspended", each.strikes() >= strikesToSuspend)
                    .put("last", Instants.format(each.last()));
        }
        return Json.bytes(answer);
    }

    private static byte[] page(List<SaleReads.Placed> page, int most) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        ArrayNode items = answer.putArray("items");
        page.forEach(placed -> items.add(Json.tree(placed.sale().bytes())));
        answer.put("cursor", page.size() < most ? null : cursor(page.getLast().place()));
        return Json.bytes(answer);
    }

    private static @Nullable String state(@Nullable String word) {
        if (word == null
                || Arrays.stream(SaleState.values()).anyMatch(it -> it.word().equals(word))) {
            return word;
        }
        throw Calls.bad(
                "state: "
                        + word
                        + " (expected: one of "
                        + Arrays.stream(SaleState.values())
                                .map(SaleState::word)
                                .collect(Collectors.joining(", "))
                        + ")");
    }

    private static String cursor(SaleReads.Place last) {
        return Instants.format(last.closedAt()) + "," + last.lot();
    }

    private static SaleReads.@Nullable Place place(@Nullable String cursor) {
        if (cursor == null) {
            return null;
        }
        String[] parts = cursor.split(",", -1);
        try {
            if (parts.length == 2) {
                return new SaleReads.Place(Instant.parse(parts[0]), LotId.parse(parts[1]));
            }
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw Calls.bad("cursor: not one (expected: that of the page before)");
        }
        throw Calls.bad("cursor: not one (expected: that of the page before)");
    }
}
