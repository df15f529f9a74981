package io.gavel.gateway.auth;

import java.time.Clock;
import java.util.Optional;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.ReactiveJwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.security.oauth2.server.resource.authentication.ReactiveJwtAuthenticationConverter;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Checks tokens that come in frames, as the security chain checks those that come in headers. */
@Component
public class Tokens {

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
                .flatMap(converter::convert)
                .cast(JwtAuthenticationToken.class)
                .map(Person::of)
                .map(person -> Optional.of(person).filter(one -> one.isValidAt(clock.instant())))
                .onErrorResume(BadJwtException.class, _ -> Mono.just(Optional.empty()));
    }
}
