package io.gavel.bench.crowd;

import java.util.Arrays;

/** A few bytes to be found among many, most of which are never looked at (Horspool). */
public final class Needle {

    private final byte[] sought;
    private final int[] skips = new int[256];

    public Needle(byte[] sought) {
        this.sought = sought.clone();
        Arrays.fill(skips, sought.length);
        for (int i = 0; i < sought.length - 1; i++) {
            skips[sought[i] & 0xFF] = sought.length - 1 - i;
        }
    }

    /** Where it begins, the first time at or after {@code from} and before {@code to}; else -1. */
    public int in(byte[] bytes, int from, int to) {
        int last = sought.length - 1;
        int at = from;
        while (at + last < to) {
            byte end = bytes[at + last];
            if (end == sought[last] && Arrays.equals(bytes, at, at + last, sought, 0, last)) {
                return at;
            }
            at += skips[end & 0xFF];
        }
        return -1;
    }

    /** Where what follows it begins; else -1. */
    public int behind(byte[] bytes, int from, int to) {
        int found = in(bytes, from, to);
        return found < 0 ? -1 : found + sought.length;
    }
}
