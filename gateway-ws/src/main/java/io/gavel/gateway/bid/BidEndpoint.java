package io.gavel.gateway.bid;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.command.Commands;
import io.gavel.gateway.command.Outcome;
import io.gavel.gateway.problem.Answers;
import io.gavel.gateway.problem.Problems;
import java.net.URI;
import java.security.Principal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes a bid and waits for its decision. */
@RestController
class BidEndpoint {

    private final Commands commands;

    BidEndpoint(Commands commands) {
        this.commands = commands;
    }

    @PostMapping(path = "/api/v1/lots/{lot}/bids", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> bid(
            @PathVariable String lot,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body,
            Principal bidder) {
        Fields fields = new Fields(Json.tree(body));
        PlaceBid bid =
                BidForm.read(fields, lotId(lot), new AccountId(bidder.getName()), key)
                        .orElseThrow(() -> Problems.invalid(fields.problems()));
        return commands.submit(bid, "http").map(outcome -> answer(bid.id(), outcome));
    }

    private static ResponseEntity<byte[]> answer(CommandId id, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided decided ->
                    Answers.json(
                            decided.isAccepted() ? HttpStatus.OK : HttpStatus.CONFLICT,
                            decided.bytes());
            case Outcome.Undecided _ ->
                    Answers.json(
                            HttpStatus.ACCEPTED,
                            URI.create("/api/v1/bids/" + id),
                            Json.bytes(Map.of("id", id, "status", "undecided")));
            case Outcome.NotSent _ -> throw Answers.notSent();
            case Outcome.Busy _ -> throw Answers.busy();
        };
    }

    private static LotId lotId(String text) {
        try {
            return LotId.parse(text);
        } catch (IllegalArgumentException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, "lot: " + e.getMessage());
        }
    }
}
