package io.gavel.gateway.listing;

import static java.util.Objects.requireNonNullElse;

import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.ListingForm;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.command.HttpCommands;
import io.gavel.gateway.problem.Answers;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.upstream.Upstream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
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

    static final String KEY = "Idempotency-Key";

    private static final int LONGEST_KEY = 100;

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
        JsonNode given = Json.tree(body);
        SaleOnFile sale =
                new SaleOnFile(
                        settlement,
                        HttpCommands.lot(lot),
                        key(key),
                        caller.getToken().getTokenValue());
        Person person = Person.of(caller);
        return given.has(SaleOnFile.AS)
                ? isAnotherOfItsSeller(sale.lot(), as(given)).then(sale.note(body))
                : sale.unsold(person).flatMap(unsold -> again(unsold, sale, person, given));
    }

    private Mono<ResponseEntity<byte[]>> again(
            Unsold unsold, SaleOnFile sale, Person person, JsonNode given) {
        LotId next = NewLot.again(unsold.lot());
        Mono<Void> noted = unsold.isNoted() ? Mono.empty() : Mono.defer(() -> sale.note(next));
        Mono<ResponseEntity<byte[]>> listed =
                lot(unsold.lot())
                        .map(lot ->
                                new ListLot(
                                        NewLot.relisting(unsold.lot(), sale.key()),
                                        next,
                                        unsold.seller(),
                                        listing(lot, given, linked(person, unsold.seller()))))
                        .flatMap(command -> listings.list(command, noted))
                        .map(RelistEndpoint::orProblem);
        return lot(next)
                .flatMap(there ->
                        noted.thenReturn(
                                Answers.json(HttpStatus.OK, Listings.location(next), there)))
                .switchIfEmpty(listed);
    }

    /** An operator's people are not the seller's. */
    private static List<AccountId> linked(Person person, AccountId seller) {
        return person.account().equals(seller) ? person.linkedAccounts() : List.of();
    }

    private static Listing listing(byte[] lot, JsonNode given, List<AccountId> linked) {
        Fields fields = new Fields(OldListing.with(Json.tree(lot), given));
        return ListingForm.read(fields)
                .flatMap(read -> SellersSide.joined(read, linked, fields))
                .orElseThrow(() -> Problems.invalid(fields.problems()));
    }

    /** Completes if both are lots of one seller, who never changes; else fails with a problem. */
    private Mono<Void> isAnotherOfItsSeller(LotId lot, LotId as) {
        return lot(lot).switchIfEmpty(
                        Mono.error(() -> Problems.of(HttpStatus.NOT_FOUND, "there is no such lot")))
                .flatMap(first -> lot(as).filter(other -> seller(other).equals(seller(first))))
                .filter(_ -> !as.equals(lot))
                .switchIfEmpty(
                        Mono.error(() ->
                                Problems.of(
                                        HttpStatus.CONFLICT,
                                        SaleOnFile.AS
                                                + ": "
                                                + as
                                                + " (expected: another lot of the same seller)")))
                .then();
    }

    private static String seller(byte[] lot) {
        return Json.tree(lot).required("seller").stringValue();
    }

    private static LotId as(JsonNode given) {
        try {
            return LotId.parse(given.path(SaleOnFile.AS).asString(""));
        } catch (IllegalArgumentException e) {
            throw Problems.of(HttpStatus.BAD_REQUEST, SaleOnFile.AS + ": " + e.getMessage());
        }
    }

    /** A lot as everybody may see it; empty where there is none. */
    private Mono<byte[]> lot(LotId id) {
        return bidding.read("/api/v1/lots/" + id)
                .mapNotNull(answer ->
                        switch (answer.getStatusCode().value()) {
                            case 200 -> answer.getBody();
                            case 404 -> null;
                            default -> throw SaleOnFile.away();
                        });
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
