package io.gavel.gateway.listing;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.ListingForm;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CanonicalUuid;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.command.Commands;
import io.gavel.gateway.command.Outcome;
import io.gavel.gateway.problem.Answers;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.upstream.Upstream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** Takes a listing, waits until it is decided and answers with the lot. */
@RestController
class ListingEndpoint {

    private static final Logger LOG = LoggerFactory.getLogger(ListingEndpoint.class);

    private final Commands commands;
    private final Upstream bidding;

    ListingEndpoint(Commands commands, @Qualifier("bidding") Upstream bidding) {
        this.commands = commands;
        this.bidding = bidding;
    }

    @PostMapping(path = "/api/v1/lots", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> list(
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            @RequestBody byte[] body,
            JwtAuthenticationToken caller) {
        Person person = Person.of(caller);
        AccountId seller = person.account();
        Fields fields = new Fields(Json.tree(body));
        UUID id = key == null ? UUID.randomUUID() : idOf(key, fields);
        Listing listing =
                ListingForm.read(fields)
                        .flatMap(read -> SellersSide.joined(read, person.linkedAccounts(), fields))
                        .orElseThrow(() -> Problems.invalid(fields.problems()));
        LotId lot = NewLot.id(seller, id);
        return commands.submit(new ListLot(new CommandId(id), lot, seller, listing), "http")
                .flatMap(outcome -> answer(lot, outcome));
    }

    private Mono<ResponseEntity<byte[]>> answer(LotId lot, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Decided decided ->
                    decided.isAccepted()
                            ? listed(lot, decided.decision().id())
                            : Mono.just(refused(decided));
            case Outcome.Undecided _ ->
                    Mono.just(
                            Answers.json(
                                    HttpStatus.ACCEPTED,
                                    location(lot),
                                    Json.bytes(Map.of("id", lot, "status", "undecided"))));
            case Outcome.Advised advised ->
                    throw new IllegalStateException("no bid: " + advised.answer());
            case Outcome.NotSent _ -> Mono.error(Answers.notSent());
            case Outcome.Busy _ -> Mono.error(Answers.busy());
            case Outcome.TooMany many -> Mono.error(Answers.tooMany(many.why(), many.retryAfter()));
        };
    }

    private Mono<ResponseEntity<byte[]>> listed(LotId lot, CommandId command) {
        LOG.atInfo().addKeyValue("lot", lot).addKeyValue("command", command).log("lot listed");
        return bidding.read("/api/v1/lots/" + lot)
                .filter(read -> read.getStatusCode().isSameCodeAs(HttpStatus.OK))
                .map(read -> Objects.requireNonNullElse(read.getBody(), new byte[0]))
                .onErrorResume(_ -> Mono.empty())
                .defaultIfEmpty(Json.bytes(Map.of("id", lot)))
                .map(body -> Answers.json(HttpStatus.CREATED, location(lot), body));
    }

    private static ResponseEntity<byte[]> refused(Outcome.Decided decided) {
        Decision decision = decided.decision();
        if (decision.reason() == Reason.INVALID) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST,
                    Objects.requireNonNullElse(decision.detail(), "the listing is invalid"));
        }
        return Answers.json(HttpStatus.CONFLICT, decided.bytes());
    }

    private static UUID idOf(String key, Fields fields) {
        try {
            return CanonicalUuid.parse(key);
        } catch (IllegalArgumentException e) {
            fields.problem("Idempotency-Key", "not a UUID (expected: 8-4-4-4-12 hex digits)");
            return new UUID(0, 0);
        }
    }

    private static URI location(LotId lot) {
        return URI.create("/api/v1/lots/" + lot);
    }
}
