package io.gavel.gateway.auth;

import io.gavel.gateway.problem.Problems;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtDecoderInitializationException;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;

/**
 * That the issuer does not answer is nobody's fault here: whoever showed a token may come again. It
 * only names the problem; who is next writes it.
 */
@Component
@Order(-3)
class IssuerAway implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(IssuerAway.class);
    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Counter unchecked;

    IssuerAway(MeterRegistry meters) {
        unchecked = Tokens.unchecked(meters);
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable e) {
        return switch (e) {
            case AuthenticationServiceException _, JwtDecoderInitializationException _ -> {
                unchecked.increment();
                LOG.warn("tokens cannot be checked: {}", e.toString());
                yield Mono.error(
                        Problems.comeAgain(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "tokens cannot be checked now",
                                RETRY));
            }
            default -> Mono.error(e);
        };
    }
}
