package io.gavel.gateway.forward;

import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.upstream.Upstream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Calls that the services behind answer, on the same paths; their bytes pass through. Where a
 * service is in trouble, such as without its database, the client is told when to come again.
 */
@RestController
class ForwardEndpoint {

    private final Upstream bidding;
    private final Upstream settlement;
    private final Passage passage;

    ForwardEndpoint(
            @Qualifier("bidding") Upstream bidding,
            @Qualifier("settlement") Upstream settlement,
            GatewayProperties properties) {
        this.bidding = bidding;
        this.settlement = settlement;
        this.passage = new Passage(properties.upstream().retryAfter());
    }

    @GetMapping({
        "/api/v1/lots",
        "/api/v1/lots/{lot}",
        "/api/v1/lots/{lot}/log",
        "/api/v1/lots/{lot}/log.csv",
        "/api/v1/lots/{lot}/log.json",
        "/api/v1/lots/{lot}/commands",
        "/api/v1/bids/{id}",
        "/api/v1/bids/{id}/receipt",
        "/.well-known/jwks.json",
        "/api/v1/me/bids",
        "/api/v1/me/lots"
    })
    Mono<Void> fromBidding(ServerWebExchange exchange) {
        return forward(bidding, exchange);
    }

    @GetMapping({
        "/api/v1/costs",
        "/api/v1/sales",
        "/api/v1/sales.csv",
        "/api/v1/sales/{lot}",
        "/api/v1/sales/{lot}/documents/{name}.html",
        "/api/v1/sales/{lot}/documents/{name}.pdf",
        "/api/v1/me/sales",
        "/api/v1/me/email",
        "/api/v1/me/webhooks",
        "/api/v1/me/webhooks/{id}",
        "/api/v1/me/webhooks/{id}/deliveries",
        "/api/v1/strikes",
        "/api/v1/attention",
        "/api/v1/bidders/{account}"
    })
    Mono<Void> fromSettlement(ServerWebExchange exchange) {
        return forward(settlement, exchange);
    }

    @PostMapping({
        "/api/v1/sales/{lot}/accept",
        "/api/v1/sales/{lot}/decline",
        "/api/v1/sales/{lot}/cancel",
        "/api/v1/sales/{lot}/retry",
        "/api/v1/sales/{lot}/payments",
        "/api/v1/sales/{lot}/pay",
        "/api/v1/sales/{lot}/declined-payments",
        "/api/v1/sales/{lot}/refunds",
        "/api/v1/sales/{lot}/retried-refunds",
        "/api/v1/me/webhooks",
        "/api/v1/me/webhooks/{id}/rotate",
        "/api/v1/me/webhooks/{id}/enable",
        "/api/v1/me/webhooks/{id}/disable",
        "/api/v1/me/webhooks/{id}/test",
        "/api/v1/me/webhooks/{id}/deliveries/{delivery}/redeliver",
        "/api/v1/bidders/{account}/suspend",
        "/api/v1/bidders/{account}/reinstate"
    })
    Mono<Void> toSettlement(
            @RequestBody(required = false) byte @Nullable [] body, ServerWebExchange exchange) {
        return tell(ForwardedHeaders.TOLD, body, exchange);
    }

    @PutMapping("/api/v1/me/email")
    Mono<Void> intoSettlement(
            @RequestBody(required = false) byte @Nullable [] body, ServerWebExchange exchange) {
        return tell(ForwardedHeaders.TOLD, body, exchange);
    }

    @DeleteMapping({"/api/v1/me/email", "/api/v1/me/webhooks/{id}"})
    Mono<Void> outOfSettlement(ServerWebExchange exchange) {
        return tell(ForwardedHeaders.TOLD, null, exchange);
    }

    /**
     * What a payment provider tells of its own accord. It has no token but signs the exact bytes,
     * which settlement-service checks.
     */
    @PostMapping("/payments/webhooks/{provider}")
    Mono<Void> ofPaymentProviders(
            @RequestBody(required = false) byte @Nullable [] body, ServerWebExchange exchange) {
        return tell(ForwardedHeaders.SIGNED, body, exchange);
    }

    private Mono<Void> tell(
            List<String> headers, byte @Nullable [] body, ServerWebExchange exchange) {
        return settlement
                .send(
                        exchange.getRequest().getMethod(),
                        Passage.path(exchange),
                        Passage.headers(headers, exchange),
                        body == null ? new byte[0] : body)
                .flatMap(answer -> passage.pass(answer, exchange.getResponse()));
    }

    private Mono<Void> forward(Upstream upstream, ServerWebExchange exchange) {
        return upstream.stream(
                        Passage.path(exchange), Passage.headers(ForwardedHeaders.ASKED, exchange))
                .flatMap(answer -> passage.pass(answer, exchange.getResponse()));
    }
}
