package io.gavel.bidding.bids;

import io.gavel.bidding.access.Problems;
import io.gavel.bidding.paging.Parameters;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.json.Json;
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
class BidsEndpoint {

    private final Decisions decisions;
    private final OwnBids bids;

    BidsEndpoint(Decisions decisions, OwnBids bids) {
        this.decisions = decisions;
        this.bids = bids;
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
    Mono<ResponseEntity<byte[]>> mine(Authentication caller, ServerWebExchange exchange) {
        OwnBidsQuery query = OwnBidsQuery.of(Parameters.of(exchange));
        return bids.page(caller.getName(), query).map(page -> json(Json.bytes(page)));
    }

    private static ResponseEntity<byte[]> json(byte[] body) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(body);
    }
}
