package io.gavel.gateway.auth;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
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
    private final Counter unchecked;

    Tokens(
            ReactiveJwtDecoder decoder,
            ReactiveJwtAuthenticationConverter converter,
            Clock clock,
            MeterRegistry meters) {
        this.unchecked = unchecked(meters);
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
                .onErrorResume(BadJwtException.class, _ -> Mono.just(Optional.empty()))
                .doOnError(_ -> unchecked.increment());
    }

    /** Tokens that nobody could check, since the issuer's keys could not be read. */
    static Counter unchecked(MeterRegistry meters) {
        return meters.counter("gavel.gateway.tokens.unchecked");
    }
}
