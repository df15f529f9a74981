package io.gavel.settlement.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.http.server.reactive.ServerHttpResponseDecorator;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.server.BearerTokenServerAuthenticationEntryPoint;
import org.springframework.security.web.server.ServerAuthenticationEntryPoint;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Answers a call without a valid token: 401 with the standard header and problem+json. */
final class TokenNeeded implements ServerAuthenticationEntryPoint {

    private static final byte[] PROBLEM =
            """
            {"title":"Unauthorized","status":401,"detail":"no valid token (expected: a bearer token)"}\
            """
                    .getBytes(UTF_8);

    private final ServerAuthenticationEntryPoint header =
            new BearerTokenServerAuthenticationEntryPoint();

    @Override
    public Mono<Void> commence(ServerWebExchange exchange, AuthenticationException problem) {
        ServerHttpResponse withBody = new ProblemResponse(exchange.getResponse());
        return header.commence(exchange.mutate().response(withBody).build(), problem);
    }

    /** Completes with the problem as body. */
    private static final class ProblemResponse extends ServerHttpResponseDecorator {

        ProblemResponse(ServerHttpResponse response) {
            super(response);
        }

        @Override
        public Mono<Void> setComplete() {
            getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
            return getDelegate().writeWith(Mono.just(bufferFactory().wrap(PROBLEM)));
        }
    }
}
