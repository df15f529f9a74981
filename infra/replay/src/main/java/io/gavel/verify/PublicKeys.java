package io.gavel.verify;

import io.gavel.contracts.json.Json;
import io.gavel.replay.BadUsage;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The Ed25519 keys of a JWKS (RFC 7517, RFC 8037) by their ids; other keys are passed over. */
record PublicKeys(Map<String, PublicKey> byId) {

    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private static final int KEY_BYTES = 32;

    /**
     * Reads a JWKS.
     *
     * @param where it came from, for messages
     * @throws BadUsage if it is none, or holds a key that cannot be used
     */
    static PublicKeys read(byte[] jwks, String where) {
        JsonNode keys;
        try {
            keys = Json.tree(jwks).path("keys");
        } catch (JacksonException e) {
            throw new BadUsage(where + ": not JSON: " + e.getOriginalMessage());
        }
        if (!keys.isArray()) {
            throw new BadUsage(where + ": no keys (expected: {\"keys\":[…]})");
        }
        Map<String, PublicKey> byId = new HashMap<>();
        for (JsonNode key : keys) {
            if (text(key, "kty").equals("OKP") && text(key, "crv").equals("Ed25519")) {
                byId.put(text(key, "kid"), key(text(key, "x"), where));
            }
        }
        return new PublicKeys(byId);
    }

    Optional<PublicKey> named(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    private static String text(JsonNode key, String name) {
        return key.path(name).asString("");
    }

    private static PublicKey key(String x, String where) {
        try {
            byte[] raw = Base64.getUrlDecoder().decode(x);
            if (raw.length != KEY_BYTES) {
                throw new BadUsage(
                        where + ": x of " + raw.length + " bytes (expected: " + KEY_BYTES + ")");
            }
            byte[] encoded = new byte[X509_PREFIX.length + KEY_BYTES];
            System.arraycopy(X509_PREFIX, 0, encoded, 0, X509_PREFIX.length);
            System.arraycopy(raw, 0, encoded, X509_PREFIX.length, KEY_BYTES);
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(encoded));
        } catch (IllegalArgumentException | GeneralSecurityException e) {
            throw new BadUsage(where + ": x is no Ed25519 key: " + e.getMessage());
        }
    }
}
