package io.gavel.verify;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.CanonicalUuid;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A receipt: a compact JWS (RFC 7515) over a decision and the head of its lot's log right after it.
 *
 * @param signed the bytes under the signature
 */
record Receipt(String keyId, JsonNode payload, byte[] signed, byte[] signature) {

    /** The {@code typ} of its header: nothing else that the house signs can pass for one. */
    static final String TYPE = "gavel-receipt+jwt";

    /** The longest receipt, in characters. */
    static final int MAX_LENGTH = 64 * 1024;

    private static final Pattern COMPACT = Pattern.compile("([\\w-]+)\\.([\\w-]+)\\.([\\w-]*)");
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final byte[] NO_SIGNATURE = {};

    /**
     * Reads a receipt; white space around it does not count.
     *
     * @throws IllegalArgumentException if it is none; the message says why
     */
    static Receipt read(String text) {
        Matcher parts = COMPACT.matcher(text.strip());
        if (text.length() > MAX_LENGTH || !parts.matches()) {
            throw new IllegalArgumentException("no JWS (expected: three parts of base64url)");
        }
        JsonNode header = json("header", parts.group(1));
        require("alg", header.path("alg").asString(""), "EdDSA");
        require("typ", header.path("typ").asString(""), TYPE);
        if (header.has("crit")) {
            throw new IllegalArgumentException("crit: " + header.get("crit") + " (expected: none)");
        }
        JsonNode payload = json("payload", parts.group(2));
        checkFields(payload);
        return new Receipt(
                header.path("kid").asString(""),
                payload,
                text.strip().substring(0, parts.end(2)).getBytes(US_ASCII),
                signature(parts.group(3)));
    }

    private static void checkFields(JsonNode payload) {
        boolean whole =
                payload.path("decision").isObject()
                        && payload.path("version").isIntegralNumber()
                        && HASH.matcher(payload.path("hash").asString("")).matches();
        if (!whole) {
            throw new IllegalArgumentException(
                    "no receipt (expected: decision, version and hash of 64 hex digits)");
        }
        CanonicalUuid.parse(payload.path("decision").path("lot").asString(""));
    }

    private static JsonNode json(String part, String encoded) {
        try {
            JsonNode json = Json.tree(Base64.getUrlDecoder().decode(encoded));
            if (json.isObject()) {
                return json;
            }
        } catch (JacksonException | IllegalArgumentException e) {
            throw new IllegalArgumentException(part + ": not JSON in base64url", e);
        }
        throw new IllegalArgumentException(part + ": not a JSON object");
    }

    private static void require(String name, String value, String expected) {
        if (!value.equals(expected)) {
            throw new IllegalArgumentException(
                    name + ": " + value + " (expected: " + expected + ")");
        }
    }

    /** A signature has one spelling; any other is as good as none. */
    private static byte[] signature(String encoded) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(encoded);
            String spelling = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            return spelling.equals(encoded) ? bytes : NO_SIGNATURE;
        } catch (IllegalArgumentException e) {
            return NO_SIGNATURE;
        }
    }

    boolean isSignedBy(PublicKey key) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(signed);
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    UUID lot() {
        return CanonicalUuid.parse(payload.path("decision").path("lot").asString(""));
    }

    long version() {
        return payload.path("version").longValue();
    }

    Sha256 hash() {
        return new Sha256(payload.path("hash").asString(""));
    }
}
