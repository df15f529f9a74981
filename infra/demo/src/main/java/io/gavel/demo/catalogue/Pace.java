package io.gavel.demo.catalogue;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long a lot is up, and how many of the kind there are at a time. */
public enum Pace {
    /** Ends while one looks on: seven at a time, 90 s to 6 min. */
    BRISK(7, Duration.ofSeconds(90), Duration.ofMinutes(6)),
    /** Ends within the hour: nine at a time, 10 to 60 min. */
    STEADY(9, Duration.ofMinutes(10), Duration.ofHours(1)),
    /** Ends in days: twelve at a time, 1 to 4 days. */
    LONG(12, Duration.ofDays(1), Duration.ofDays(4));

    private final int up;
    private final Duration shortest;
    private final Duration longest;

    Pace(int up, Duration shortest, Duration longest) {
        this.up = up;
        this.shortest = shortest;
        this.longest = longest;
    }

    /** How many such lots are to be up. */
    public int up() {
        return up;
    }

    /** Some time within its bounds, in whole seconds. */
    Duration some(RandomGenerator chance) {
        return Duration.ofSeconds(chance.nextLong(shortest.toSeconds(), longest.toSeconds() + 1));
    }
}
