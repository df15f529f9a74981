package io.gavel.gateway.forward;

import io.gavel.gateway.problem.Problems;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * How a call and its answer pass.
 *
 * @param retryAfter what clients are told where the service behind is in trouble
 */
record Passage(Duration retryAfter) {

    static String path(ServerWebExchange exchange) {
        URI asked = exchange.getRequest().getURI();
        String query = asked.getRawQuery();
        return asked.getRawPath() + (query == null ? "" : "?" + query);
    }

    /** These headers of the call. */
    static HttpHeaders headers(List<String> names, ServerWebExchange exchange) {
        return only(names, exchange.getRequest().getHeaders());
    }

    Mono<Void> pass(ResponseEntity<Flux<DataBuffer>> answer, ServerHttpResponse response) {
        Flux<DataBuffer> body = answer.getBody();
        if (answer.getStatusCode().is5xxServerError()) {
            Mono<Void> read =
                    body == null ? Mono.empty() : body.map(DataBufferUtils::release).then();
            return read.then(Mono.error(() -> trouble(answer.getStatusCode())));
        }
        response.setStatusCode(answer.getStatusCode());
        only(ForwardedHeaders.ANSWERED, answer.getHeaders())
                .forEach((name, values) -> response.getHeaders().put(name, values));
        return body == null ? response.setComplete() : response.writeWith(body);
    }

    private ErrorResponseException trouble(HttpStatusCode status) {
        return Problems.comeAgain(
                HttpStatus.SERVICE_UNAVAILABLE,
                "it cannot be read now: the service behind answers " + status.value(),
                retryAfter);
    }

    private static HttpHeaders only(List<String> names, HttpHeaders from) {
        HttpHeaders to = new HttpHeaders();
        for (String name : names) {
            List<String> values = from.get(name);
            if (values != null) {
                to.put(name, values);
            }
        }
        return to;
    }
}
