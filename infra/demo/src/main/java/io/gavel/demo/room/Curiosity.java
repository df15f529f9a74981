package io.gavel.demo.room;

import io.gavel.demo.bidder.Appetite;
import io.gavel.demo.bidder.Person;
import io.gavel.demo.catalogue.Idea;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToIntFunction;

/**
 * Who takes an interest in which lot, and when he first looks at it.
 *
 * @param ideas the lots of the house, by title
 * @param rounds how often a lot with that title was up already
 */
record Curiosity(Map<String, Idea> ideas, ToIntFunction<String> rounds, long seed, Random chance) {

    private static final Duration BRISK = Duration.ofMinutes(7);

    /** Somebody's interest in a lot that he sees for the first time; empty if he has none. */
    Optional<Interest> of(Person person, LotView lot, Instant now) {
        Optional<Idea> idea = Optional.ofNullable(ideas.get(lot.title()));
        String key = seed + " " + lot.title() + " " + rounds.applyAsInt(lot.title());
        boolean brisk = Duration.between(now, lot.closesAt()).compareTo(BRISK) < 0;
        Duration look = Duration.ofMillis(chance.nextLong(500, brisk ? 12_000 : 45_000));
        return Appetite.of(
                        person,
                        idea.map(Idea::kind).orElse(null),
                        idea.map(Idea::worth).orElseGet(lot::guess),
                        key)
                .map(appetite -> new Interest(appetite, now.plus(look)));
    }
}
