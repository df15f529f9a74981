package io.gavel.gateway.problem;

import io.gavel.contracts.json.Json;
import io.gavel.gateway.upstream.UpstreamFailure;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.HandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** Answers whatever goes wrong with an HTTP request by a problem detail. */
@Component
@Order(-2)
public class ProblemHandler implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemHandler.class);

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable e) {
        if (exchange.getResponse().isCommitted()) {
            return Mono.error(e);
        }
        ErrorResponse answer = answer(e);
        if (answer.getStatusCode().is5xxServerError()) {
            LOG.atWarn()
                    .addKeyValue("route", route(exchange))
                    .addKeyValue("status", answer.getStatusCode().value())
                    .setCause(e instanceof ErrorResponse || e instanceof UpstreamFailure ? null : e)
                    .log("request failed: {}", e.getMessage());
        }
        return write(exchange, answer.getBody(), answer.getHeaders());
    }

    /** What was asked, without what was put into it: that may be an account. */
    private static String route(ServerWebExchange exchange) {
        return String.valueOf(
                exchange.<Object>getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    /** Writes a problem as the answer. */
    public static Mono<Void> write(
            ServerWebExchange exchange, ProblemDetail problem, HttpHeaders headers) {
        ServerHttpResponse response = exchange.getResponse();
        response.setRawStatusCode(problem.getStatus());
        response.getHeaders().addAll(headers);
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        byte[] bytes = Json.bytes(json(exchange, problem));
        return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
    }

    private static ErrorResponse answer(Throwable e) {
        return switch (e) {
            case ErrorResponse _ when e.getCause() instanceof DataBufferLimitException ->
                    tooLarge();
            case ErrorResponse known -> known;
            case UpstreamFailure failure ->
                    Problems.comeAgain(
                            failure.isLate()
                                    ? HttpStatus.GATEWAY_TIMEOUT
                                    : HttpStatus.SERVICE_UNAVAILABLE,
                            String.valueOf(failure.getMessage()),
                            failure.retryAfter());
            case JacksonException malformed ->
                    Problems.of(
                            HttpStatus.BAD_REQUEST,
                            "body: not JSON: " + malformed.getOriginalMessage());
            case DataBufferLimitException _ -> tooLarge();
            case InvalidMediaTypeException _ ->
                    Problems.of(
                            HttpStatus.BAD_REQUEST,
                            "Accept or Content-Type: cannot be read (expected: media types)");
            default -> Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "this should not happen");
        };
    }

    private static ErrorResponse tooLarge() {
        return Problems.of(
                HttpStatus.CONTENT_TOO_LARGE, "body: too large (expected: at most 128 KiB)");
    }

    private static ObjectNode json(ServerWebExchange exchange, ProblemDetail problem) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put(
                "type",
                String.valueOf(problem.getType() == null ? "about:blank" : problem.getType()));
        json.put("title", problem.getTitle());
        json.put("status", problem.getStatus());
        json.put("detail", problem.getDetail());
        json.put("instance", exchange.getRequest().getPath().value());
        Map<String, Object> more = problem.getProperties();
        if (more != null) {
            more.forEach((name, value) -> json.set(name, Json.MAPPER.valueToTree(value)));
        }
        return json;
    }
}
