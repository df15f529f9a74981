package io.gavel.systemtests.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Byte arrays, to be joined and shown. */
final class Bytes {

    private static final int MOST_SHOWN = 400;

    private Bytes() {}

    static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** What is printable, the rest as {@code \xNN}; the beginning of it. */
    static String shown(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        for (byte each : bytes) {
            if (text.length() > MOST_SHOWN) {
                return text.append("… of ").append(bytes.length).append(" bytes").toString();
            }
            if (each >= ' ' && each < 0x7f) {
                text.append((char) each);
            } else {
                text.append("\\x%02x".formatted(each));
            }
        }
        return text.toString();
    }
}
