package io.gavel.gateway.forward;

import io.gavel.contracts.lot.AccountId;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.problem.Problems;
import io.gavel.gateway.upstream.Upstream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Photos of lots (ADR 21). One that is sent is received here, as slowly as it comes, and then
 * handed on at once: so it takes its place in bidding-service for a moment only.
 */
@RestController
class PhotoEndpoint {

    private static final Duration RETRY = Duration.ofSeconds(2);

    private final Upstream photos;
    private final GatewayProperties.Photo limits;
    private final PhotoPlaces places;
    private final Passage passage;

    PhotoEndpoint(@Qualifier("photos") Upstream photos, GatewayProperties properties) {
        this.photos = photos;
        this.limits = properties.photo();
        this.places = new PhotoPlaces(limits.atOnce(), limits.atOnceEach());
        this.passage = new Passage(properties.upstream().retryAfter());
    }

    @GetMapping("/api/v1/photos/{id}/{size}.jpg")
    Mono<Void> print(ServerWebExchange exchange) {
        return photos.stream(
                        Passage.path(exchange), Passage.headers(ForwardedHeaders.ASKED, exchange))
                .flatMap(answer -> passage.pass(answer, exchange.getResponse()));
    }

    @PostMapping("/api/v1/photos")
    Mono<Void> take(JwtAuthenticationToken caller, ServerWebExchange exchange) {
        AccountId sender = Person.of(caller).account();
        return Mono.defer(() -> places.take(sender) ? sent(sender, exchange) : busy(exchange));
    }

    private Mono<Void> sent(AccountId sender, ServerWebExchange exchange) {
        return received(exchange)
                .flatMap(photo ->
                        photos.send(
                                HttpMethod.POST,
                                Passage.path(exchange),
                                Passage.headers(ForwardedHeaders.TOLD, exchange),
                                photo))
                .flatMap(answer -> passage.pass(answer, exchange.getResponse()))
                .doFinally(_ -> places.leave(sender));
    }

    private Mono<byte[]> received(ServerWebExchange exchange) {
        return exchange.getRequest()
                .getBody()
                .collect(() -> new Received(limits.largest()), Received::add)
                .timeout(limits.receivedWithin())
                .onErrorMap(TimeoutException.class, _ -> tooSlow())
                .map(Received::bytes);
    }

    private RuntimeException tooSlow() {
        return Problems.of(
                HttpStatus.REQUEST_TIMEOUT,
                "body: not here after "
                        + limits.receivedWithin().toSeconds()
                        + " s (expected: all of it by then)");
    }

    /** Read all the same: who is still sending would not see an answer. */
    private Mono<Void> busy(ServerWebExchange exchange) {
        return exchange.getRequest()
                .getBody()
                .map(DataBufferUtils::release)
                .then()
                .timeout(limits.receivedWithin())
                .onErrorMap(TimeoutException.class, _ -> tooSlow())
                .then(
                        Mono.error(() ->
                                Problems.comeAgain(
                                        HttpStatus.TOO_MANY_REQUESTS,
                                        "busy: other photos are being received; send it again",
                                        RETRY)));
    }
}
