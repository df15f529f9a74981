package io.gavel.bidding.photos;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * What a photo may be sent as; told by its first bytes, never by its name or what it is said to be.
 */
enum PhotoKind {
    JPEG("JPEG", 50),
    PNG("PNG", 50),
    GIF("GIF", 50),
    /** Read in one piece, unlike the others: some 25 bytes of memory a pixel. */
    WEBP("WebP", 6);

    static final String EXPECTED = "a photo as JPEG, PNG, WebP or GIF";

    private static final int MEGA = 1_000_000;

    private final String word;
    private final int megapixels;

    PhotoKind(String word, int megapixels) {
        this.word = word;
        this.megapixels = megapixels;
    }

    String word() {
        return word;
    }

    /** The most it may have, in millions of pixels. */
    int megapixels() {
        return megapixels;
    }

    boolean mayHave(int width, int height) {
        return (long) width * height <= (long) megapixels * MEGA;
    }

    static Optional<PhotoKind> of(byte[] bytes) {
        if (begins(bytes, 0, "\u00ff\u00d8\u00ff")) {
            return Optional.of(JPEG);
        }
        if (begins(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
            return Optional.of(PNG);
        }
        if (begins(bytes, 0, "GIF87a") || begins(bytes, 0, "GIF89a")) {
            return Optional.of(GIF);
        }
        if (begins(bytes, 0, "RIFF") && begins(bytes, 8, "WEBP")) {
            return Optional.of(WEBP);
        }
        return Optional.empty();
    }

    static boolean begins(byte[] bytes, int at, String magic) {
        byte[] wanted = magic.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= at + wanted.length
                && Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length);
    }
}
