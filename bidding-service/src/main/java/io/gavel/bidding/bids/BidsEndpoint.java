package io.gavel.bidding.bids;

import io.gavel.bidding.access.Problems;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.json.Json;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

@RestController
@RequestMapping("/api/v1")
class BidsEndpoint {

    private static final int MAX_LIMIT = 200;

    private final Decisions decisions;

    BidsEndpoint(Decisions decisions) {
        this.decisions = decisions;
    }

    /** The decision on one's own command; somebody else's is not found. */
    @GetMapping("/bids/{id}")
    Mono<ResponseEntity<byte[]>> decision(@PathVariable String id, Authentication caller) {
        CommandId command = Decisions.commandId(id);
        return decisions
                .one(command, caller.getName())
                .map(BidsEndpoint::json)
                .switchIfEmpty(Mono.error(() -> Problems.notFound("bid", command)));
    }

    @GetMapping("/me/bids")
    Mono<ResponseEntity<byte[]>> mine(
            Authentication caller, @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problems.badRequest("limit: " + limit + " (expected: 1 to " + MAX_LIMIT + ")");
        }
        return decisions
                .standings(caller.getName(), limit)
                .collectList()
                .map(bids -> json(Json.bytes(Map.of("items", bids))));
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
