package io.gavel.gateway.rostrum;

import io.gavel.contracts.command.AuctioneerCommand;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.command.HttpCommands;
import io.gavel.gateway.problem.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes what the auctioneer asks of a lot, and waits for the decision. */
@RestController
class RostrumEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(RostrumEndpoint.class);

    private final HttpCommands commands;
    private final Ownership ownership;

    RostrumEndpoint(HttpCommands commands, Ownership ownership) {
        this.commands = commands;
        this.ownership = ownership;
    }

    @PostMapping(
            path = "/api/v1/lots/{lot}/{act:pause|resume|extend|hammer|cancel}",
            consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> act(
            @PathVariable String lot,
            @PathVariable String act,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body,
            JwtAuthenticationToken caller) {
        Fields fields = new Fields(Json.tree(body));
        Person person = Person.of(caller);
        AuctioneerCommand command =
                new RostrumForm(fields, HttpCommands.lot(lot), person, key)
                        .read(act)
                        .orElseThrow(() -> Problems.invalid(fields.problems()));
        return ownership
                .check(person, command.lot())
                .then(Mono.defer(() -> commands.decided(command)))
                .doOnNext(answer -> note(command, act, answer));
    }

    private static void note(AuctioneerCommand command, String act, ResponseEntity<byte[]> answer) {
        LOG.atInfo()
                .addKeyValue("lot", command.lot())
                .addKeyValue("command", command.id())
                .addKeyValue("act", act)
                .addKeyValue("status", answer.getStatusCode().value())
                .log("auctioneer's command answered");
    }
}
