package io.gavel.demo.bidder;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.demo.catalogue.Worth;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MindTest {

    private static final Instant FROM = Instant.parse("2026-11-26T12:00:00Z");
    private static final Person ELENA = Cast.ALL.get(4);

    /** All that can be seen of a lot, by chance; what he does is within what he may. */
    @ParameterizedTest
    @ValueSource(strings = {"english", "vickrey", "sealed-first-price", "dutch"})
    void nobodyBidsAboveHisBudgetBelowTheNextMinimumOrAgainstHimself(String format) {
        for (long seed = 0; seed < 4_000; seed++) {
            SplittableRandom chance = new SplittableRandom(seed);
            Person who = Cast.ALL.get(chance.nextInt(Cast.ALL.size()));
            long budget = chance.nextLong(1_000, 500_000);
            long next = chance.nextLong(1, 600_000);
            boolean english = format.equals("english");
            boolean leading = english && chance.nextBoolean();
            long max = leading || chance.nextInt(3) == 0 ? chance.nextLong(1, budget + 1) : 0;
            Instant ends = FROM.plusSeconds(chance.nextLong(60, 400_000));
            Instant now = FROM.plusMillis(chance.nextLong(Duration.between(FROM, ends).toMillis()));
            Sight lot = new Sight(format, "open", false, next, next, FROM, ends, leading, max);
            Appetite appetite = new Appetite(budget, chance.nextDouble());
            switch (Mind.move(who, appetite, lot, now, chance)) {
                case Move.Bid(long amount) -> {
                    assertThat(amount)
                            .as("seed " + seed)
                            .isBetween(Math.max(next, max + 1), budget);
                    assertThat(leading).as("seed " + seed).isFalse();
                    assertThat(english || max == 0).as("seed " + seed + ": sealed once").isTrue();
                }
                case Move.Accept() -> {
                    assertThat(format).as("seed " + seed).isEqualTo("dutch");
                    assertThat(next).as("seed " + seed).isLessThanOrEqualTo(budget);
                }
                case Move.Wait(Duration time) ->
                        assertThat(time)
                                .as("seed " + seed)
                                .isBetween(Duration.ofMillis(1), Mind.SLOWEST);
                case Move.Leave() -> {}
            }
        }
    }

    @Test
    void nobodyThinksForLessThanHumansDoAndTowardsTheEndAllThinkFaster() {
        SplittableRandom chance = new SplittableRandom(1);
        Sight lot = english(1_000, 0, false, Duration.ofDays(2));
        for (int i = 0; i < 1_000; i++) {
            assertThat(Mind.think(lot, FROM, chance)).isBetween(Mind.QUICKEST, Mind.SLOWEST);
            assertThat(Mind.think(lot, lot.closesAt().minusSeconds(20), chance))
                    .isBetween(Mind.QUICKEST, Duration.ofSeconds(5));
        }
    }

    @Test
    void theSameChanceGivesTheSameMoves() {
        List<List<Move>> runs = new ArrayList<>();
        for (int run = 0; run < 2; run++) {
            SplittableRandom chance = new SplittableRandom(7);
            List<Move> moves = new ArrayList<>();
            for (int second = 0; second < 60; second++) {
                Sight lot = english(1_000 + second * 40, 0, false, Duration.ofMinutes(1));
                Instant now = FROM.plusSeconds(second);
                moves.add(Mind.move(ELENA, new Appetite(4_000, 0.5), lot, now, chance));
            }
            runs.add(moves);
        }
        assertThat(runs.getFirst())
                .isEqualTo(runs.getLast())
                .hasAtLeastOneElementOfType(Move.Bid.class);
    }

    @Test
    void theSniperSaysNothingUntilTheLastSeconds() {
        Person sniper =
                Cast.ALL.stream()
                        .filter(who -> who.temper() == Temper.SNIPER)
                        .findFirst()
                        .orElseThrow();
        Sight lot = english(1_000, 0, false, Duration.ofMinutes(5));
        Appetite appetite = new Appetite(5_000, 0.5);
        for (int second = 0; second < 280; second++) {
            Move move = Mind.move(sniper, appetite, lot, FROM.plusSeconds(second), chance());
            assertThat(move).isInstanceOf(Move.Wait.class);
        }
        assertThat(Mind.move(sniper, appetite, lot, FROM.plusSeconds(290), chance()))
                .isEqualTo(new Move.Bid(5_000));
    }

    @Test
    void tooDearIsLeftToOthers() {
        Sight lot = english(6_000, 5_000, false, Duration.ofMinutes(5));
        assertThat(Mind.move(ELENA, new Appetite(5_000, 0.5), lot, FROM, chance()))
                .isEqualTo(new Move.Leave());
    }

    @Test
    void budgetsLieWithinTheWorthAndAreTheSameForTheSameKey() {
        Worth worth = new Worth(20_000, 40_000);
        for (int round = 0; round < 500; round++) {
            String key = "1 A lamp " + round;
            Appetite appetite = Appetite.of(ELENA, "design", worth, key).orElseThrow();
            assertThat(appetite.budget()).isBetween(worth.low(), worth.high());
            assertThat(Appetite.of(ELENA, "design", worth, key)).contains(appetite);
        }
    }

    private static Sight english(long next, long max, boolean leading, Duration lasts) {
        return new Sight(
                "english", "open", false, next, next, FROM, FROM.plus(lasts), leading, max);
    }

    private static SplittableRandom chance() {
        return new SplittableRandom(3);
    }
}
