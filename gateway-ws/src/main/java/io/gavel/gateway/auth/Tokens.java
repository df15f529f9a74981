package io.gavel.gateway.auth;

import io.gavel.contracts.lot.AccountId;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks tokens that come in frames, as the security chain checks those that come in headers. */
@Component
public class Tokens {

    private static final String ROLE = "ROLE_";

    private final ReactiveJwtDecoder decoder;
    private final ReactiveJwtAuthenticationConverter converter;
    private final Clock clock;

    Tokens(ReactiveJwtDecoder decoder, ReactiveJwtAuthenticationConverter converter, Clock clock) {
        this.decoder = decoder;
        this.converter = converter;
        this.clock = clock;
    }

    /**
     * Whose token it is; nothing when it is forged, malformed or expired. Fails when that cannot be
     * found out, since the issuer does not answer.
     */
    public Mono<Optional<Person>> check(String token) {
        return decoder.decode(token)
                .flatMap(jwt -> converter.convert(jwt).map(known -> person(jwt, known)))
                .map(person -> Optional.of(person).filter(one -> one.isValidAt(clock.instant())))
                .onErrorResume(BadJwtException.class, _ -> Mono.just(Optional.empty()));
    }

    private static Person person(Jwt jwt, AbstractAuthenticationToken known) {
        Instant expiresAt = jwt.getExpiresAt();
        return new Person(
                new AccountId(known.getName()),
                roles(known),
                expiresAt == null ? Instant.MAX : expiresAt);
    }

    private static List<String> roles(AbstractAuthenticationToken known) {
        return known.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(ROLE))
                .map(authority -> authority.substring(ROLE.length()))
                .sorted()
                .toList();
    }
}
