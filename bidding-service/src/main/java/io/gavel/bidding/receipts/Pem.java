package io.gavel.bidding.receipts;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.springframework.core.io.Resource;

/**
 * A kind of key in PEM (RFC 7468).
 *
 * @param setting that names the resource
 * @param label between the dashes
 * @param expected what the resource must be, for messages
 */
record Pem(String setting, String label, String expected) {

    static final Pem PRIVATE =
            new Pem(
                    "gavel.receipts.signing-key",
                    "PRIVATE KEY",
                    "an Ed25519 private key in PKCS#8 PEM, as `openssl genpkey -algorithm ed25519`"
                            + " makes it");
    static final Pem PUBLIC =
            new Pem(
                    "gavel.receipts.retired-keys",
                    "PUBLIC KEY",
                    "an Ed25519 public key in PEM, as `openssl pkey -pubout` makes it");

    /**
     * The bytes of the first block with the label.
     *
     * @throws UnusableKey if there is none
     */
    byte[] read(Resource from) {
        String text = text(from);
        String begin = "-----BEGIN " + label + "-----";
        int start = text.indexOf(begin);
        int end = text.indexOf("-----END " + label + "-----");
        if (start < 0 || end < start) {
            throw unusable(from, "has no " + label + " in it");
        }
        try {
            return Base64.getMimeDecoder().decode(text.substring(start + begin.length(), end));
        } catch (IllegalArgumentException e) {
            throw unusable(from, "is not Base64");
        }
    }

    UnusableKey unusable(Resource from, String what) {
        return new UnusableKey(setting, from, what, expected);
    }

    private String text(Resource from) {
        try {
            return from.getContentAsString(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw unusable(from, "cannot be read");
        }
    }
}
