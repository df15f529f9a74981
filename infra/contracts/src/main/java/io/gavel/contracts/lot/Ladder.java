package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The bid increments: sorted {@code [from, step]} pairs; the step of the last {@code from <= price}
 * holds (RULES, "Ladder").
 */
public record Ladder(List<Rung> rungs) {

    /** The most rungs a ladder may have. */
    public static final int MAX_RUNGS = 64;

    /** eBay's published increments for the United States, in cents. */
    public static final Ladder EBAY_US =
            Ladder.of(
                    new long[][] {
                        {0, 5},
                        {100, 25},
                        {500, 50},
                        {2_500, 100},
                        {10_000, 250},
                        {25_000, 500},
                        {50_000, 1_000},
                        {100_000, 2_500},
                        {250_000, 5_000},
                        {500_000, 10_000}
                    });

    /** The ladders that a seller may name instead of writing one. */
    public static final Map<String, Ladder> PRESETS = Map.of("ebay-us", EBAY_US);

    /** One pair: from this price on, bids rise by this step. */
    public record Rung(Money from, Money step) {}

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException unless there are 1 to {@value #MAX_RUNGS} rungs, the first
     *     from 0, each {@code from} above the one before and each step at least 1
     */
    public Ladder {
        rungs = List.copyOf(rungs);
        if (rungs.isEmpty() || rungs.size() > MAX_RUNGS) {
            throw new IllegalArgumentException(
                    rungs.size() + " steps (expected: 1 to " + MAX_RUNGS + ")");
        }
        if (rungs.getFirst().from().minor() != 0) {
            throw new IllegalArgumentException(
                    "the first step is from " + rungs.getFirst().from() + " (expected: 0)");
        }
        for (int i = 0; i < rungs.size(); i++) {
            if (rungs.get(i).step().minor() < 1) {
                throw new IllegalArgumentException(
                        "the step from " + rungs.get(i).from() + " is 0 (expected: >= 1)");
            }
            if (i > 0 && !rungs.get(i).from().isMoreThan(rungs.get(i - 1).from())) {
                throw new IllegalArgumentException(
                        "a step from "
                                + rungs.get(i).from()
                                + " after one from "
                                + rungs.get(i - 1).from()
                                + " (expected: sorted, each above the one before)");
            }
        }
    }

    /**
     * Checks what it is given.
     *
     * @param pairs {@code {from, step}} in minor units
     * @throws IllegalArgumentException as the constructor, or if a pair has not two numbers
     */
    @JsonCreator
    public static Ladder of(long[][] pairs) {
        return new Ladder(Stream.of(pairs).map(Ladder::rung).toList());
    }

    /** The step that holds at a price. */
    public Money stepAt(Money price) {
        Money step = rungs.getFirst().step();
        for (Rung rung : rungs) {
            if (rung.from().isMoreThan(price)) {
                break;
            }
            step = rung.step();
        }
        return step;
    }

    /** The least amount above a price that the ladder allows: {@code price + step(price)}. */
    public Money next(Money price) {
        return price.plus(stepAt(price));
    }

    @JsonValue
    long[][] pairs() {
        return rungs.stream()
                .map(rung -> new long[] {rung.from().minor(), rung.step().minor()})
                .toArray(long[][]::new);
    }

    private static Rung rung(long[] pair) {
        if (pair.length != 2) {
            throw new IllegalArgumentException(
                    "a step of " + pair.length + " numbers (expected: [from, step])");
        }
        return new Rung(new Money(pair[0]), new Money(pair[1]));
    }
}
