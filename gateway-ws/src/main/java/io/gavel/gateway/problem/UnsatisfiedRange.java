package io.gavel.gateway.problem;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Where a file has no such range, Spring announces the length of the whole file and sends nothing,
 * so that a client would wait for it; the length belongs into {@code Content-Range} (RFC 9110,
 * 15.5.17).
 */
@Component
class UnsatisfiedRange implements WebFilter {

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpResponse response = exchange.getResponse();
        response.beforeCommit(() -> Mono.fromRunnable(() -> correct(response)));
        return chain.filter(exchange);
    }

    private static void correct(ServerHttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        if (response.getStatusCode() == HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE) {
            headers.set(HttpHeaders.CONTENT_RANGE, "bytes */" + headers.getContentLength());
            headers.setContentLength(0);
        }
    }
}
