package io.gavel.gateway.bid;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.command.HttpCommands;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.suspension.Suspensions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what a bidder asks of a lot, and waits for the decision. */
@RestController
class BidderEndpoint {

    private final HttpCommands commands;
    private final Suspensions suspensions;

    BidderEndpoint(HttpCommands commands, Suspensions suspensions) {
        this.commands = commands;
        this.suspensions = suspensions;
    }

    @PostMapping(
            path = "/api/v1/lots/{lot}/{what:bids|buy-now|accept-price|lower-max|retract-bid}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> ask(
            @PathVariable String lot,
            @PathVariable String what,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body,
            JwtAuthenticationToken caller) {
        Fields fields = new Fields(Json.tree(body));
        Boolean insists = fields.yesOrNo("insist");
        Command command =
                new BidderForm(
                                fields,
                                HttpCommands.lot(lot),
                                suspensions.noted(Person.of(caller)),
                                key)
                        .read(what)
                        .orElseThrow(() -> Problems.invalid(fields.problems()));
        return command instanceof PlaceBid bid
                ? commands.bid(bid, insists)
                : commands.decided(command);
    }
}
