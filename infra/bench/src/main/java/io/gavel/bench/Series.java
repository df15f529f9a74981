package io.gavel.bench;

import java.util.ArrayList;
import java.util.List;

/** The figures of the rounds that count; at least one. */
record Series(List<Double> rounds) {

    Series {
        rounds = List.copyOf(rounds);
        if (rounds.isEmpty()) {
            throw new IllegalArgumentException("no round (expected: at least one)");
        }
    }

    static Series of(double... rounds) {
        List<Double> all = new ArrayList<>();
        for (double round : rounds) {
            all.add(round);
        }
        return new Series(all);
    }

    /** The middle one, or the mean of the two middle ones. */
    double median() {
        List<Double> sorted = rounds.stream().sorted().toList();
        int size = sorted.size();
        return (sorted.get((size - 1) / 2) + sorted.get(size / 2)) / 2;
    }

    double least() {
        return rounds.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    }

    double most() {
        return rounds.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    }
}
