package io.gavel.demo.bidder;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * What somebody does about a lot. He never offers more than his budget, less than the next minimum
 * or his own maximum, and nothing while he leads.
 */
public final class Mind {

    /** Nobody thinks for less. */
    public static final Duration QUICKEST = Duration.ofMillis(900);

    /** Nobody looks away for longer. */
    public static final Duration SLOWEST = Duration.ofSeconds(100);

    /** How many times one would look at a lot if it were as long as it has left. */
    private static final int LOOKS = 22;

    private static final Duration SHORTEST_LOOK = Duration.ofMillis(2_500);
    private static final Duration LONGEST_LOOK = Duration.ofSeconds(60);

    /** How long before the end those come who come last, at the most. */
    private static final Duration LAST_SECONDS = Duration.ofSeconds(14);

    /** How much of their budget those offer who bid once and pay what they say. */
    private static final double SHADED = 0.82;

    private static final double CHANCE_OF_A_JUMP = 0.25;
    private static final double JUMP = 1.06;

    private Mind() {}

    /** His move, on a lot that is open, or scheduled and takes bids before it opens. */
    public static Move move(
            Person person, Appetite appetite, Sight lot, Instant now, RandomGenerator chance) {
        boolean early = lot.status().equals("scheduled");
        if (early ? !lot.absenteeBids() : !lot.status().equals("open")) {
            return new Move.Wait(think(lot, now, chance));
        }
        return switch (lot.format()) {
            case "english" ->
                    early
                            ? once(appetite, lot, Math.round(appetite.budget() * SHADED))
                            : english(person, appetite, lot, now, chance);
            case "dutch" ->
                    lot.price() <= appetite.budget()
                            ? new Move.Accept()
                            : new Move.Wait(think(lot, now, chance));
            case "vickrey" -> inTime(appetite, lot, appetite.budget(), now, chance);
            default -> inTime(appetite, lot, Math.round(appetite.budget() * SHADED), now, chance);
        };
    }

    /** A time to think, from {@link #QUICKEST} to {@link #SLOWEST}: shorter towards the end. */
    public static Duration think(Sight lot, Instant now, RandomGenerator chance) {
        long look =
                Math.clamp(
                        lot.left(now).toMillis() / LOOKS,
                        SHORTEST_LOOK.toMillis(),
                        LONGEST_LOOK.toMillis());
        return Duration.ofMillis(
                Math.clamp(
                        Math.round(look * (0.3 + 1.3 * chance.nextDouble())),
                        QUICKEST.toMillis(),
                        SLOWEST.toMillis()));
    }

    private static Move english(
            Person person, Appetite appetite, Sight lot, Instant now, RandomGenerator chance) {
        if (lot.next() > appetite.budget()) {
            return lot.leading() ? new Move.Wait(think(lot, now, chance)) : new Move.Leave();
        }
        if (person.temper() == Temper.SNIPER) {
            Duration early = lot.left(now).minus(LAST_SECONDS);
            if (early.isPositive()) {
                return new Move.Wait(early.compareTo(SLOWEST) < 0 ? early : SLOWEST);
            }
        }
        double progress = person.temper() == Temper.SNIPER ? 1 : lot.progress(now);
        long limit = (long) (appetite.budget() * person.temper().courage(progress));
        long least = Math.max(lot.next(), lot.max() + 1);
        boolean notYet = person.temper() == Temper.ABSENTEE && progress < appetite.moment() / 2;
        if (lot.leading() || notYet || least > limit) {
            return new Move.Wait(think(lot, now, chance));
        }
        return new Move.Bid(amount(person.temper(), least, limit, chance));
    }

    private static long amount(Temper temper, long least, long limit, RandomGenerator chance) {
        return switch (temper) {
            case ABSENTEE, SNIPER -> Math.max(least, round(limit));
            case EARLY_BIRD, STEPPER ->
                    chance.nextDouble() < CHANCE_OF_A_JUMP
                            ? Math.max(
                                    least, Math.min(round(limit), round(Math.round(least * JUMP))))
                            : least;
        };
    }

    private static Move inTime(
            Appetite appetite, Sight lot, long amount, Instant now, RandomGenerator chance) {
        return lot.progress(now) < appetite.moment() && lot.max() == 0
                ? new Move.Wait(think(lot, now, chance))
                : once(appetite, lot, amount);
    }

    private static Move once(Appetite appetite, Sight lot, long amount) {
        long rounded = Math.min(appetite.budget(), round(amount));
        return lot.max() > 0 || rounded < lot.next() ? new Move.Leave() : new Move.Bid(rounded);
    }

    /** Down to what one says aloud: 1, 2 or 5 hundredths of it at the least. */
    private static long round(long amount) {
        long unit = 1;
        for (long each = 1; each * 40 <= amount; each *= 10) {
            unit = each * 2 * 40 <= amount ? (each * 5 * 40 <= amount ? each * 5 : each * 2) : each;
        }
        return amount - amount % unit;
    }
}
