package io.gavel.contracts.json;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * Writes one JSON object of known shape straight into bytes, since the exact bytes of events and
 * decisions are made once for each bid. Text is escaped exactly as {@link Json#MAPPER} does it.
 */
public final class JsonLine {

    private static final int TYPICAL_BYTES = 512;
    private static final byte[] HEX =
            "0123456789abcdef".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private byte[] bytes = new byte[TYPICAL_BYTES];
    private int length;

    /**
     * Appends text as it stands; it must be ASCII. (The method of String that is used is deprecated
     * for dropping the upper halves of characters, which ASCII does not have.)
     */
    @SuppressWarnings("deprecation")
    public JsonLine ascii(String text) {
        int size = text.length();
        reserve(size);
        text.getBytes(0, size, bytes, length);
        length += size;
        return this;
    }

    /** Appends bytes as they stand. */
    public JsonLine raw(byte[] text) {
        reserve(text.length);
        System.arraycopy(text, 0, bytes, length, text.length);
        length += text.length;
        return this;
    }

    public JsonLine number(long value) {
        if (value < 0) {
            return ascii(Long.toString(value));
        }
        int digits = digits(value);
        reserve(digits);
        long rest = value;
        for (int i = length + digits - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += digits;
        return this;
    }

    /** Appends a string in quotes. */
    public JsonLine text(String text) {
        return isPlain(text) ? word(text) : raw(Json.bytes(text));
    }

    /** Appends a string in quotes in which there is nothing to escape, such as a word or a hash. */
    public JsonLine word(String text) {
        return ascii("\"").ascii(text).ascii("\"");
    }

    /** Appends an instant in quotes, as {@link Instants#format} spells it. */
    public JsonLine instant(Instant at) {
        return word(Instants.format(at));
    }

    /** Appends an id in quotes, in its canonical form. */
    public JsonLine uuid(UUID id) {
        reserve(38);
        bytes[length++] = '"';
        hex(id.getMostSignificantBits() >>> 32, 8);
        bytes[length++] = '-';
        hex(id.getMostSignificantBits() >>> 16, 4);
        bytes[length++] = '-';
        hex(id.getMostSignificantBits(), 4);
        bytes[length++] = '-';
        hex(id.getLeastSignificantBits() >>> 48, 4);
        bytes[length++] = '-';
        hex(id.getLeastSignificantBits(), 12);
        bytes[length++] = '"';
        return this;
    }

    /** What was written so far, in an array of its own. */
    public byte[] bytes() {
        return Arrays.copyOf(bytes, length);
    }

    private void hex(long value, int digits) {
        for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
            bytes[length++] = HEX[(int) (value >>> shift) & 0xf];
        }
    }

    private static int digits(long value) {
        int digits = 1;
        for (long bound = 10; digits < 19 && value >= bound; bound *= 10) {
            digits++;
        }
        return digits;
    }

    /** ASCII without quotes, backslashes and control characters: nothing to escape. */
    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c >= 0x7f || c == '"' || c == '\\') {
                return false;
            }
        }
        return true;
    }

    private void reserve(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
