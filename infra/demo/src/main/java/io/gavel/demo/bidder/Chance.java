package io.gavel.demo.bidder;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Seeds from words. */
public final class Chance {

    private Chance() {}

    /** Always the same for the same words, and another one for others. */
    public static long seed(String words) {
        UUID mixed = UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
        return mixed.getMostSignificantBits() ^ mixed.getLeastSignificantBits();
    }
}
