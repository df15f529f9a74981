package io.gavel.gateway.rostrum;

import static java.util.Objects.requireNonNullElse;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.upstream.Upstream;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Whose a lot is. Its seller never changes, so it can be asked before a command is sent; what he
 * may do to it at that time is decided in the lot's log.
 */
@Component
class Ownership {

    private static final Duration RETRY = Duration.ofSeconds(1);

    private final Upstream bidding;

    Ownership(@Qualifier("bidding") Upstream bidding) {
        this.bidding = bidding;
    }

    /** Completes for operators and for the lot's seller; else fails with a problem. */
    Mono<Void> check(Person person, LotId lot) {
        return person.isOperator()
                ? Mono.empty()
                : bidding.read("/api/v1/lots/" + lot)
                        .doOnNext(answer -> check(person, answer))
                        .then();
    }

    private static void check(Person person, ResponseEntity<byte[]> answer) {
        int status = answer.getStatusCode().value();
        if (status == HttpStatus.NOT_FOUND.value()) {
            throw Problems.of(HttpStatus.NOT_FOUND, "there is no such lot");
        }
        if (status != HttpStatus.OK.value()) {
            throw Problems.comeAgain(
                    HttpStatus.SERVICE_UNAVAILABLE, "the lot cannot be read now", RETRY);
        }
        byte[] lot = requireNonNullElse(answer.getBody(), new byte[0]);
        String seller = Json.tree(lot).path("seller").asString("");
        if (!person.account().value().equals(seller)) {
            throw Problems.of(HttpStatus.FORBIDDEN, "only its seller or an operator may do this");
        }
    }
}
