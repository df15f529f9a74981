package io.gavel.gateway.listing;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.command.Commands;
import io.gavel.gateway.command.Outcome;
import io.gavel.gateway.problem.Answers;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.upstream.Upstream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Sends listings, waits until they are decided and answers with the lot. */
@Component
class Listings {

    private static final Logger LOG = LoggerFactory.getLogger(Listings.class);

    private final Commands commands;
    private final Upstream bidding;
    private final PhotosOnFile photos;

    Listings(Commands commands, @Qualifier("bidding") Upstream bidding) {
        this.commands = commands;
        this.bidding = bidding;
        this.photos = new PhotosOnFile(bidding);
    }

    /**
     * Lists a lot, if all its photos are there.
     *
     * @param then what is to be done once it is listed, before that is answered
     */
    Mono<ResponseEntity<byte[]>> list(ListLot command, Mono<Void> then) {
        return photos.require(command.listing().photos())
                .then(Mono.defer(() -> commands.submit(command, "http")))
                .flatMap(outcome -> answer(command.lot(), outcome, then));
    }

    private Mono<ResponseEntity<byte[]>> answer(LotId lot, Outcome outcome, Mono<Void> then) {
        return switch (outcome) {
            case Outcome.Decided decided ->
                    decided.isAccepted()
                            ? then.then(Mono.defer(() -> listed(lot, decided.decision().id())))
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

    static URI location(LotId lot) {
        return URI.create("/api/v1/lots/" + lot);
    }
}
