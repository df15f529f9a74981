package io.gavel.bidding.lots;

import io.gavel.bidding.access.Problems;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferFactory;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class LotsEndpoint {

    private static final int MAX_LINES = 10_000;
    private static final DataBufferFactory BUFFERS = new DefaultDataBufferFactory();

    private final Lots lots;

    LotsEndpoint(Lots lots) {
        this.lots = lots;
    }

    @GetMapping("/lots")
    Mono<ResponseEntity<byte[]>> page(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String seller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + LotQuery.DEFAULT_LIMIT) int limit) {
        return answer(status, seller, cursor, limit);
    }

    @GetMapping("/me/lots")
    Mono<ResponseEntity<byte[]>> mine(
            Authentication caller,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + LotQuery.DEFAULT_LIMIT) int limit) {
        return answer(status, caller.getName(), cursor, limit);
    }

    @GetMapping("/lots/{id}")
    Mono<ResponseEntity<byte[]>> one(@PathVariable String id) {
        LotId lot = lotId(id);
        return lots.one(lot)
                .map(view ->
                        ResponseEntity.ok()
                                .eTag("\"" + view.version() + "\"")
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(Json.bytes(view)))
                .switchIfEmpty(Mono.error(() -> Problems.notFound("lot", lot)));
    }

    /**
     * The log, one event a line, in its exact bytes: the SHA-256 of a line is the next line's
     * {@code prev}.
     */
    @GetMapping(path = "/lots/{id}/log")
    Mono<ResponseEntity<Flux<DataBuffer>>> log(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "1000") int limit) {
        if (after < 0) {
            throw Problems.badRequest("after: " + after + " (expected: a version, 0 or more)");
        }
        if (limit < 1 || limit > MAX_LINES) {
            throw Problems.badRequest("limit: " + limit + " (expected: 1 to " + MAX_LINES + ")");
        }
        LotId lot = lotId(id);
        return lots.exists(lot)
                .filter(exists -> exists)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("lot", lot)))
                .map(_ ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_NDJSON)
                                .body(lots.log(lot, after, limit).map(LotsEndpoint::line)));
    }

    private Mono<ResponseEntity<byte[]>> answer(
            @Nullable String status, @Nullable String seller, @Nullable String cursor, int limit) {
        LotQuery query = query(status, seller, cursor, limit);
        return lots.page(query)
                .map(page ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(Json.bytes(Page.of(page, query.limit()))));
    }

    private static LotQuery query(
            @Nullable String status, @Nullable String seller, @Nullable String cursor, int limit) {
        try {
            return new LotQuery(
                    status, seller, cursor == null ? Cursor.START : Cursor.parse(cursor), limit);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest(String.valueOf(e.getMessage()));
        }
    }

    private static LotId lotId(String text) {
        try {
            return LotId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("lot: " + e.getMessage());
        }
    }

    private static DataBuffer line(byte[] event) {
        return BUFFERS.allocateBuffer(event.length + 1).write(event).write((byte) '\n');
    }

    /**
     * A page of lots.
     *
     * @param cursor where the next page begins; null on the last one
     */
    record Page(List<LotView> items, @Nullable String cursor) {
        static Page of(List<LotView> items, int limit) {
            if (items.size() < limit) {
                return new Page(items, null);
            }
            LotView last = items.getLast();
            return new Page(items, new Cursor(last.closesAt(), last.id()).text());
        }
    }
}
