package io.gavel.bidding.lots;

import io.gavel.bidding.access.Problems;
import io.gavel.bidding.paging.Parameters;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class LotsEndpoint {

    private final Lots lots;

    LotsEndpoint(Lots lots) {
        this.lots = lots;
    }

    @GetMapping("/lots")
    Mono<ResponseEntity<byte[]>> search(ServerWebExchange exchange) {
        return page(exchange, null);
    }

    @GetMapping("/me/lots")
    Mono<ResponseEntity<byte[]>> mine(Authentication caller, ServerWebExchange exchange) {
        return page(exchange, caller.getName());
    }

    /** One lot; with {@code If-None-Match} 304 until its version is another. */
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

    private Mono<ResponseEntity<byte[]>> page(ServerWebExchange exchange, @Nullable String seller) {
        return lots.page(LotQuery.of(Parameters.of(exchange), seller))
                .map(page ->
                        ResponseEntity.ok()
                                .contentType(MediaType.APPLICATION_JSON)
                                .body(Json.bytes(page)));
    }

    /** Reads the id in a path; anything else is answered with 400. */
    static LotId lotId(String text) {
        try {
            return LotId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest("lot: " + e.getMessage());
        }
    }
}
