package io.gavel.settlement.payment.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.json.Json;
import io.gavel.settlement.payment.PaymentKey;
import io.gavel.settlement.payment.Secret;
import io.gavel.settlement.payment.WebhookReader;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Reads webhooks that are signed as <a href="https://www.standardwebhooks.com">Standard
 * Webhooks</a> has it: headers {@code webhook-id}, {@code webhook-timestamp} and {@code
 * webhook-signature}.
 */
public final class SandboxWebhooks implements WebhookReader {

    private static final String ALGORITHM = "HmacSHA256";
    private static final String PREFIX = "whsec_";
    private static final String VERSION = "v1,";
    private static final int MOST_ID_CHARACTERS = 200;

    private final byte[] key;
    private final Duration tolerance;
    private final InstantSource clock;

    /**
     * Makes a reader.
     *
     * @throws IllegalArgumentException if the secret is not {@code whsec_} and base64
     */
    public SandboxWebhooks(Secret secret, Duration tolerance, InstantSource clock) {
        if (!secret.value().startsWith(PREFIX)) {
            throw new IllegalArgumentException(
                    "webhook-secret: not shown (expected: whsec_ and base64)");
        }
        this.key = Base64.getDecoder().decode(secret.value().substring(PREFIX.length()));
        this.tolerance = tolerance;
        this.clock = clock;
    }

    @Override
    public String provider() {
        return "sandbox";
    }

    @Override
    public Reading read(HttpHeaders headers, byte[] body) {
        String id = headers.getFirst("webhook-id");
        String timestamp = headers.getFirst("webhook-timestamp");
        String signatures = headers.getFirst("webhook-signature");
        if (id == null || id.length() > MOST_ID_CHARACTERS || signatures == null) {
            return new Reading.Forged();
        }
        return isOfNow(timestamp) && isSigned(id + "." + timestamp + ".", body, signatures)
                ? about(id, body)
                : new Reading.Forged();
    }

    private boolean isOfNow(@Nullable String timestamp) {
        if (timestamp == null || !timestamp.matches("\\d{1,12}")) {
            return false;
        }
        Instant sent = Instant.ofEpochSecond(Long.parseLong(timestamp));
        return Duration.between(sent, clock.instant()).abs().compareTo(tolerance) <= 0;
    }

    /** There may be several signatures while a secret is changed; one must be good. */
    private boolean isSigned(String head, byte[] body, String signatures) {
        String good = VERSION + Base64.getEncoder().encodeToString(hmac(head, body));
        return Arrays.stream(signatures.split(" ", 10))
                .anyMatch(
                        each -> MessageDigest.isEqual(good.getBytes(UTF_8), each.getBytes(UTF_8)));
    }

    private byte[] hmac(String head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            mac.update(head.getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }

    private static Reading about(String id, byte[] body) {
        try {
            return new Reading.About(
                    id, new PaymentKey(Json.tree(body).at("/data/key").asString()));
        } catch (RuntimeException e) {
            return new Reading.Nothing();
        }
    }
}
