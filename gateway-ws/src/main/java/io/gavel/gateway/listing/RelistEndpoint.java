package io.gavel.gateway.listing;

import static java.util.Objects.requireNonNullElse;

import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.ListingForm;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.command.HttpCommands;
import io.gavel.gateway.problem.Answers;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.upstream.Upstream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Lists an unsold lot again, as another lot whose id is made from the first one's, and has that
 * noted in the sale. Whatever breaks in between, the same call again does the rest, and never lists
 * a second one.
 */
@RestController
class RelistEndpoint {

    static final Duration RETRY = Duration.ofSeconds(1);

    private static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 100;
    private static final String AS = "as";

    private final Listings listings;
    private final Upstream bidding;
    private final Upstream settlement;

    RelistEndpoint(
            Listings listings,
            @Qualifier("bidding") Upstream bidding,
            @Qualifier("settlement") Upstream settlement) {
        this.listings = listings;
        this.bidding = bidding;
        this.settlement = settlement;
    }

    @PostMapping(path = "/api/v1/sales/{lot}/relist", consumes = MediaType.APPLICATION_JSON_VALUE)
    Mono<ResponseEntity<byte[]>> relist(
            @PathVariable String lot,
            @RequestHeader(name = KEY, required = false) @Nullable String key,
            @RequestBody byte[] body,
            JwtAuthenticationToken caller) {
        LotId old = HttpCommands.lot(lot);
        JsonNode given = Json.tree(body);
        Call call = new Call(old, key(key), given, caller);
        return given.has(AS)
                ? call.note(body)
                : settlement
                        .read(call.path(""), call.headers())
                        .map(answer -> Unsold.of(old, call.person, answer))
                        .flatMap(call::again);
    }

    /** One caller's relisting of one lot. */
    private final class Call {

        private final LotId old;
        private final String key;
        private final JsonNode given;
        private final JwtAuthenticationToken caller;
        private final Person person;

        Call(LotId old, String key, JsonNode given, JwtAuthenticationToken caller) {
            this.old = old;
            this.key = key;
            this.given = given;
            this.caller = caller;
            this.person = Person.of(caller);
        }

        private Mono<ResponseEntity<byte[]>> again(Unsold unsold) {
            LotId next = NewLot.again(old);
            Mono<Void> noted = unsold.isNoted() ? Mono.empty() : noted(next);
            return lot(next)
                    .flatMap(there ->
                            noted.thenReturn(
                                    Answers.json(HttpStatus.OK, Listings.location(next), there)))
                    .switchIfEmpty(
                            Mono.defer(() ->
                                    lot(old).map(lot -> command(unsold, next, lot))
                                            .flatMap(command -> listings.list(command, noted))
                                            .map(RelistEndpoint::orProblem)));
        }

        private ListLot command(Unsold unsold, LotId next, byte[] lot) {
            Fields fields = new Fields(OldListing.with(Json.tree(lot), given));
            boolean own = person.account().equals(unsold.seller());
            Listing listing =
                    ListingForm.read(fields)
                            .flatMap(read ->
                                    SellersSide.joined(
                                            read,
                                            own ? person.linkedAccounts() : List.of(),
                                            fields))
                            .orElseThrow(() -> Problems.invalid(fields.problems()));
            return new ListLot(NewLot.relisting(old, key), next, unsold.seller(), listing);
        }

        /** A lot as everybody may see it; empty where there is none. */
        private Mono<byte[]> lot(LotId id) {
            return bidding.read("/api/v1/lots/" + id)
                    .mapNotNull(answer ->
                            switch (answer.getStatusCode().value()) {
                                case 200 -> answer.getBody();
                                case 404 -> null;
                                default -> throw away();
                            });
        }

        private Mono<Void> noted(LotId next) {
            return note(Json.bytes(Map.of(AS, next)))
                    .doOnNext(answer -> {
                        if (!answer.getStatusCode().is2xxSuccessful()) {
                            throw Problems.of(
                                    HttpStatus.valueOf(answer.getStatusCode().value()),
                                    Json.tree(requireNonNullElse(answer.getBody(), new byte[0]))
                                            .path("detail")
                                            .asString("it is not noted"));
                        }
                    })
                    .then();
        }

        private Mono<ResponseEntity<byte[]>> note(byte[] as) {
            return settlement
                    .post(path("/relist"), headers(), as)
                    .map(answer -> {
                        if (answer.getStatusCode().is5xxServerError()) {
                            throw away();
                        }
                        return ResponseEntity.status(answer.getStatusCode())
                                .contentType(
                                        requireNonNullElse(
                                                answer.getHeaders().getContentType(),
                                                MediaType.APPLICATION_JSON))
                                .body(requireNonNullElse(answer.getBody(), new byte[0]));
                    });
        }

        private String path(String rest) {
            return "/api/v1/sales/" + old + rest;
        }

        private HttpHeaders headers() {
            HttpHeaders headers = new HttpHeaders();
            headers.setBearerAuth(caller.getToken().getTokenValue());
            headers.setContentType(MediaType.APPLICATION_JSON);
            headers.set(KEY, key);
            return headers;
        }
    }

    /** That a listing is refused is a problem here, not a decision as where lots are listed. */
    private static ResponseEntity<byte[]> orProblem(ResponseEntity<byte[]> answer) {
        if (answer.getStatusCode().isSameCodeAs(HttpStatus.CONFLICT)) {
            String reason =
                    Json.tree(requireNonNullElse(answer.getBody(), new byte[0]))
                            .path("reason")
                            .asString("");
            throw Problems.of(
                    HttpStatus.CONFLICT,
                    "relist: the listing is refused as " + reason + " (expected: another key)");
        }
        return answer;
    }

    private static RuntimeException away() {
        return Problems.comeAgain(
                HttpStatus.SERVICE_UNAVAILABLE,
                "a service behind is in trouble: send it again with the same key",
                RETRY);
    }

    private static String key(@Nullable String key) {
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            throw Problems.of(
                    HttpStatus.BAD_REQUEST,
                    KEY
                            + ": "
                            + (key == null ? "missing" : key.length() + " characters")
                            + " (expected: 1 to "
                            + LONGEST_KEY
                            + " characters of one's own)");
        }
        return key;
    }
}
