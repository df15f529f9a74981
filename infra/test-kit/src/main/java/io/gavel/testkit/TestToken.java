package io.gavel.testkit;

import io.gavel.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a token says, to be signed in good and in bad ways. */
public record TestToken(Map<String, Object> claims) {

    public TestToken {
        claims = Map.copyOf(claims);
    }

    static TestToken of(String issuer, String account, List<String> roles) {
        long now = Instant.now().getEpochSecond();
        return new TestToken(
                Map.of(
                        "iss", issuer,
                        "sub", account,
                        "aud", List.of("gavel"),
                        "roles", roles,
                        "iat", now,
                        "exp", now + Duration.ofHours(1).toSeconds()));
    }

    public TestToken saying(String claim, Object value) {
        Map<String, Object> other = new HashMap<>(claims);
        other.put(claim, value);
        return new TestToken(other);
    }

    /** One that is good until then, to the second. */
    public TestToken until(Instant end) {
        return saying("exp", end.getEpochSecond());
    }

    /** As an honest issuer signs. */
    public String signedWith(IssuerKey key) {
        String text = text(Map.of("alg", key.algorithm(), "typ", "JWT", "kid", key.id()));
        return text + "." + IssuerKey.base64(key.sign(bytes(text)));
    }

    /** {@code alg} none, and no signature. */
    public String unsigned() {
        return text(Map.of("alg", "none", "typ", "JWT")) + ".";
    }

    /** Signed with a public key as if it was a secret that both sides share (HS256). */
    public String signedWithPublicHalfOf(IssuerKey key) {
        String text = text(Map.of("alg", "HS256", "typ", "JWT", "kid", key.id()));
        byte[] signature =
                IssuerKey.made(() -> {
                    Mac mac = Mac.getInstance("HmacSHA256");
                    mac.init(new SecretKeySpec(key.publicBytes(), "HmacSHA256"));
                    return mac.doFinal(bytes(text));
                });
        return text + "." + IssuerKey.base64(signature);
    }

    private String text(Map<String, Object> header) {
        return IssuerKey.base64(Json.bytes(header)) + "." + IssuerKey.base64(Json.bytes(claims));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
