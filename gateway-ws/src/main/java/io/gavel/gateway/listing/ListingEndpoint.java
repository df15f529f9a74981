package io.gavel.gateway.listing;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.ListingForm;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CanonicalUuid;
import io.gavel.contracts.lot.Listing;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.problem.Problems;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

    private final Listings listings;

    ListingEndpoint(Listings listings) {
        this.listings = listings;
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
        return listings.list(
                new ListLot(new CommandId(id), NewLot.id(seller, id), seller, listing),
                Mono.empty());
    }

    private static UUID idOf(String key, Fields fields) {
        try {
            return CanonicalUuid.parse(key);
        } catch (IllegalArgumentException e) {
            fields.problem("Idempotency-Key", "not a UUID (expected: 8-4-4-4-12 hex digits)");
            return new UUID(0, 0);
        }
    }
}
