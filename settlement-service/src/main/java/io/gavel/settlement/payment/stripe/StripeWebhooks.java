package io.gavel.settlement.payment.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.Event;
import com.stripe.net.Webhook;
import io.gavel.contracts.json.Json;
import io.gavel.settlement.payment.PaymentKey;
import io.gavel.settlement.payment.Secret;
import io.gavel.settlement.payment.WebhookReader;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** Reads Stripe's webhooks; the signature is checked by its library. */
public final class StripeWebhooks implements WebhookReader {

    private final Secret secret;
    private final Duration tolerance;
    private final Clock clock;

    public StripeWebhooks(Secret secret, Duration tolerance, InstantSource clock) {
        this.secret = secret;
        this.tolerance = tolerance;
        this.clock = clock.withZone(ZoneOffset.UTC);
    }

    @Override
    public String provider() {
        return "stripe";
    }

    @Override
    public Reading read(HttpHeaders headers, byte[] body) {
        String signature = headers.getFirst("Stripe-Signature");
        if (signature == null || isOfTheFuture(signature)) {
            return new Reading.Forged();
        }
        try {
            String text = new String(body, UTF_8);
            return about(
                    Webhook.constructEvent(
                            text, signature, secret.value(), tolerance.toSeconds(), clock),
                    body);
        } catch (SignatureVerificationException | RuntimeException e) {
            return new Reading.Forged();
        }
    }

    /** The library looks for too old ones only. */
    private boolean isOfTheFuture(String signature) {
        for (String part : signature.split(",", 10)) {
            if (part.matches("t=\\d{1,12}")) {
                Instant sent = Instant.ofEpochSecond(Long.parseLong(part.substring(2)));
                return sent.isAfter(clock.instant().plus(tolerance));
            }
        }
        return true;
    }

    private static boolean isOfMoney(String type) {
        return type.startsWith("payment_intent.") || type.startsWith("refund.");
    }

    private static Reading about(Event event, byte[] body) {
        JsonNode key = Json.tree(body).at("/data/object/metadata/" + StripeCalls.KEY);
        if (!isOfMoney(event.getType()) || !key.isString()) {
            return new Reading.Nothing();
        }
        try {
            return new Reading.About(event.getId(), new PaymentKey(key.stringValue()));
        } catch (IllegalArgumentException e) {
            return new Reading.Nothing();
        }
    }
}
