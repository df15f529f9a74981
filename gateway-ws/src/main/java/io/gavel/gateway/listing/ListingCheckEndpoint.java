package io.gavel.gateway.listing;

import io.gavel.contracts.command.ListingForm;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.Rules;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.problem.Problems;
import java.time.Clock;
import java.time.Instant;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Says what would be wrong with a listing if it came now, and writes nothing. That nothing is wrong
 * is no promise: whether its end is still to come is decided by the time at which the log takes it.
 */
@RestController
class ListingCheckEndpoint {

    private final Clock clock;

    ListingCheckEndpoint(Clock clock) {
        this.clock = clock;
    }

    @PostMapping(path = "/api/v1/lots/check", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void check(@RequestBody byte[] body, JwtAuthenticationToken caller) {
        Fields fields = new Fields(Json.tree(body));
        ListingForm.read(fields)
                .flatMap(read ->
                        SellersSide.joined(read, Person.of(caller).linkedAccounts(), fields))
                .ifPresent(listing -> checkEnd(listing.rules(), clock.instant(), fields));
        if (!fields.problems().isEmpty()) {
            throw Problems.invalid(fields.problems());
        }
    }

    private static void checkEnd(Rules rules, Instant now, Fields fields) {
        if (!rules.endsInTime(now)) {
            fields.problem(
                    "closesAt",
                    Instants.format(rules.closesAt())
                            + " (expected: after "
                            + Instants.format(now)
                            + ", at most "
                            + Rules.LONGEST.toDays()
                            + " days later)");
        }
    }
}
