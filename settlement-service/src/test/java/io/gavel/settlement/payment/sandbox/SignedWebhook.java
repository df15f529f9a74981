package io.gavel.settlement.payment.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.settlement.payment.Secret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.http.HttpHeaders;

/** Signs as the sandbox does. */
public final class SignedWebhook {

    private SignedWebhook() {}

    public static HttpHeaders headers(Secret secret, String id, long timestamp, String body) {
        HttpHeaders headers = new HttpHeaders();
        headers.set("webhook-id", id);
        headers.set("webhook-timestamp", Long.toString(timestamp));
        headers.set("webhook-signature", signature(secret, id + "." + timestamp + "." + body));
        return headers;
    }

    private static String signature(Secret secret, String text) {
        try {
            byte[] key = Base64.getDecoder().decode(secret.value().substring("whsec_".length()));
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
