package io.gavel.localstack;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Bytes between dashes (RFC 7468). */
final class Pem {
    private static final int LINE = 64;

    private Pem() {}

    static String of(String label, byte[] content) {
        Base64.Encoder lines =
                Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
        return "-----BEGIN "
                + label
                + "-----\n"
                + lines.encodeToString(content)
                + "\n-----END "
                + label
                + "-----\n";
    }
}
