package io.gavel.settlement.mail;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.answers.Problems;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Where the caller gets mail. If whoever issued his token vouches for an address (the claim {@code
 * email}, unless {@code email_verified} is false), it is that one and no other.
 */
@RestController
class MailboxEndpoint {

    /** What is asked for; no address: the token's. */
    record Wish(@Nullable String address) {}

    private final Mailboxes mailboxes;
    private final InstantSource clock;
    private final Duration timeout;

    MailboxEndpoint(Mailboxes mailboxes, InstantSource clock, SettlementProperties properties) {
        this.mailboxes = mailboxes;
        this.clock = clock;
        this.timeout = properties.databaseTimeout();
    }

    @GetMapping(path = "/api/v1/me/email", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, String>> address(Authentication caller) {
        return inTime(
                mailboxes
                        .given(caller.getName())
                        .map(address -> Map.of("address", address))
                        .switchIfEmpty(
                                Mono.error(() ->
                                        Problems.problem(
                                                HttpStatus.NOT_FOUND, "no address was given"))));
    }

    @PutMapping(path = "/api/v1/me/email", produces = MediaType.APPLICATION_JSON_VALUE)
    Mono<Map<String, String>> set(@RequestBody Wish wish, Authentication caller) {
        String address = address(wish.address(), vouchedFor(caller));
        return inTime(
                mailboxes
                        .set(caller.getName(), address, clock.instant())
                        .thenReturn(Map.of("address", address)));
    }

    /** No mail any more. */
    @DeleteMapping("/api/v1/me/email")
    Mono<ResponseEntity<Void>> remove(Authentication caller) {
        return inTime(
                mailboxes.remove(caller.getName()).thenReturn(ResponseEntity.noContent().build()));
    }

    private static String address(@Nullable String wished, @Nullable String vouchedFor) {
        String address = wished == null ? vouchedFor : wished;
        if (address == null || !Mailboxes.isAddress(address)) {
            throw Problems.problem(
                    HttpStatus.BAD_REQUEST, "address: none (expected: such as alice@example.org)");
        }
        if (vouchedFor != null && !vouchedFor.equalsIgnoreCase(address)) {
            throw Problems.problem(HttpStatus.CONFLICT, "address: another (expected: the token's)");
        }
        return address;
    }

    private static @Nullable String vouchedFor(Authentication caller) {
        return caller.getPrincipal() instanceof Jwt token
                        && !Boolean.FALSE.equals(token.getClaimAsBoolean("email_verified"))
                ? token.getClaimAsString("email")
                : null;
    }

    private <T> Mono<T> inTime(Mono<T> answer) {
        return Problems.inTime(answer, timeout, "addresses");
    }
}
