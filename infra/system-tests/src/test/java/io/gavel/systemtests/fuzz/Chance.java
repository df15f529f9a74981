package io.gavel.systemtests.fuzz;

import java.util.List;
import java.util.SplittableRandom;

/** Chance that can be had again: what case number n is depends on the seed and n alone. */
final class Chance {

    private static final long PRIME = 1_000_003;

    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    static Chance of(long seed, int number) {
        return new Chance(new SplittableRandom(seed * PRIME + number).split());
    }

    /** 0 to bound - 1. */
    int below(int bound) {
        return random.nextInt(bound);
    }

    boolean oneIn(int times) {
        return below(times) == 0;
    }

    <T> T oneOf(List<T> all) {
        return all.get(below(all.size()));
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
