package io.gavel.settlement.payment.webhook;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.payment.PaymentProperties;
import io.gavel.settlement.payment.WebhookReader;
import io.gavel.settlement.payment.collecting.PaymentEvents;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeoutException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Takes webhooks of the provider that is set. What they say is not believed: each points to a
 * payment, and the provider is asked for it soon. So they may come twice, late and in any order.
 * Whoever cannot sign learns nothing: 401 without a body.
 */
@RestController
class PaymentWebhooksEndpoint {

    private static final Duration BODY_LIMIT = Duration.ofSeconds(5);

    private final ObjectProvider<WebhookReader> readers;
    private final PaymentEvents events;
    private final TransactionalOperator transaction;
    private final InstantSource clock;
    private final MeterRegistry meters;
    private final int mostBytes;
    private final Duration databaseTimeout;

    PaymentWebhooksEndpoint(
            ObjectProvider<WebhookReader> readers,
            PaymentEvents events,
            TransactionalOperator transaction,
            InstantSource clock,
            MeterRegistry meters,
            PaymentProperties properties,
            SettlementProperties settlement) {
        this.readers = readers;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
        this.meters = meters;
        this.mostBytes = (int) properties.webhookMaxBody().toBytes();
        this.databaseTimeout = settlement.databaseTimeout();
    }

    @PostMapping("/payments/webhooks/{provider}")
    Mono<ResponseEntity<Void>> take(@PathVariable String provider, ServerHttpRequest request) {
        WebhookReader reader = readers.getIfAvailable();
        if (reader == null || !reader.provider().equals(provider)) {
            return Mono.just(empty(HttpStatus.NOT_FOUND));
        }
        return body(request)
                .flatMap(body -> follow(reader, reader.read(request.getHeaders(), body)))
                .onErrorResume(
                        DataBufferLimitException.class,
                        _ -> answer(reader, "too-large", HttpStatus.CONTENT_TOO_LARGE))
                .onErrorResume(
                        e -> e instanceof DataAccessException || e instanceof TimeoutException,
                        _ -> answer(reader, "unavailable", HttpStatus.SERVICE_UNAVAILABLE));
    }

    private Mono<byte[]> body(ServerHttpRequest request) {
        return DataBufferUtils.join(request.getBody(), mostBytes)
                .map(PaymentWebhooksEndpoint::bytes)
                .defaultIfEmpty(new byte[0])
                .timeout(BODY_LIMIT);
    }

    private static byte[] bytes(DataBuffer buffer) {
        byte[] bytes = new byte[buffer.readableByteCount()];
        buffer.read(bytes);
        DataBufferUtils.release(buffer);
        return bytes;
    }

    private Mono<ResponseEntity<Void>> follow(WebhookReader reader, WebhookReader.Reading reading) {
        return switch (reading) {
            case WebhookReader.Reading.Forged _ ->
                    answer(reader, "forged", HttpStatus.UNAUTHORIZED);
            case WebhookReader.Reading.Nothing _ ->
                    answer(reader, "nothing", HttpStatus.NO_CONTENT);
            case WebhookReader.Reading.About about ->
                    events.point(reader.provider(), about.event(), about.key(), clock.instant())
                            .as(transaction::transactional)
                            .timeout(databaseTimeout)
                            .flatMap(first ->
                                    answer(
                                            reader,
                                            first ? "taken" : "again",
                                            HttpStatus.NO_CONTENT));
        };
    }

    private Mono<ResponseEntity<Void>> answer(
            WebhookReader reader, String result, HttpStatus status) {
        meters.counter("gavel.payments.webhooks", "provider", reader.provider(), "result", result)
                .increment();
        return Mono.just(empty(status));
    }

    private static ResponseEntity<Void> empty(HttpStatus status) {
        return ResponseEntity.status(status).build();
    }
}
