package io.gavel.demo.bidder;

import io.gavel.demo.catalogue.Worth;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * How much somebody wants a lot.
 *
 * @param budget what it is worth to him, in minor units: he never offers more
 * @param moment when he makes up his mind where he bids once, as a part of the lot's time, from 0
 *     to 1
 */
public record Appetite(long budget, double moment) {

    /** How often somebody looks at a kind of lot that is not his. */
    private static final double CURIOSITY = 0.12;

    /** Before this part of a lot's time, and after that one, nobody bids who bids once. */
    private static final double EARLIEST = 0.04;

    private static final double LATEST = 0.8;

    /**
     * What he wants of it, if anything.
     *
     * @param kind null for what the demo did not list
     * @param key always gives the same for the same person, such as the seed, the title and how
     *     often it was up
     */
    public static Optional<Appetite> of(
            Person person,
            @org.jspecify.annotations.Nullable String kind,
            Worth worth,
            String key) {
        RandomGenerator chance = new SplittableRandom(Chance.seed(key + " " + person.account()));
        boolean curious = chance.nextDouble() < CURIOSITY;
        boolean fond =
                kind == null ? chance.nextDouble() < 2 * CURIOSITY : person.tastes().contains(kind);
        double middle = (chance.nextDouble() + chance.nextDouble()) / 2;
        long budget = worth.low() + Math.round((worth.high() - worth.low()) * middle);
        double moment = EARLIEST + (LATEST - EARLIEST) * chance.nextDouble();
        return fond || curious ? Optional.of(new Appetite(budget, moment)) : Optional.empty();
    }
}
