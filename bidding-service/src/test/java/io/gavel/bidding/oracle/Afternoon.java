package io.gavel.bidding.oracle;

import static io.gavel.bidding.ListingBuilder.LISTED_AT;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * One lot's whole life by chance, as the naive house sees it: the same seed gives the same
 * afternoon.
 */
public final class Afternoon {

    /** Every format, the English one also with retraction, on a lot of 15 hours. */
    public static final List<String> KINDS =
            List.of(
                    "english",
                    "retractable",
                    Format.SealedFirstPrice.WORD,
                    Format.SealedSecondPrice.WORD,
                    Format.Dutch.WORD);

    /**
     * A command, its time, and what the naive house makes of it.
     *
     * @param answer {@code accepted}, or the word of the reason
     * @param before the lot as the command before left it
     */
    public record Step(
            Instant at, Command command, String answer, NaiveAuction before, NaiveAuction after) {}

    private static final int LATECOMERS = 5;

    private final String name;
    private final ListingBuilder lot;
    private final List<Step> steps = new ArrayList<>();

    private Afternoon(String kind, long seed, ListingBuilder lot) {
        this.name = kind + " with seed " + seed;
        this.lot = lot;
    }

    public static Afternoon of(String kind, long seed, int commands) {
        Random random = new Random(31 * seed + kind.hashCode());
        Afternoon afternoon = new Afternoon(kind, seed, RandomLot.listing(kind, random));
        afternoon.pass(random, commands);
        return afternoon;
    }

    private void pass(Random random, int commands) {
        Listing listing = lot.build();
        RandomCommands source = new RandomCommands(random, new LotId(new UUID(0, 1)));
        List<NaiveAuction.Line> lines = new ArrayList<>();
        Instant at = LISTED_AT;
        NaiveAuction before = auction(listing, lines, at);
        int left = commands;
        for (int i = 0; left > 0; i++) {
            left = before.outcome == null ? left - 1 : Math.min(left - 1, LATECOMERS);
            at = later(at, before, random);
            NaiveAuction now = auction(listing, lines, at);
            Command command = source.next(new CommandId(new UUID(2, i)), now);
            String answer = now.answer(command);
            lines.add(new NaiveAuction.Line(at, command, answer));
            NaiveAuction after = auction(listing, lines, at);
            steps.add(new Step(at, command, answer, before, after));
            before = after;
        }
    }

    private static NaiveAuction auction(
            Listing listing, List<NaiveAuction.Line> lines, Instant at) {
        return NaiveAuction.after(listing, Saleroom.SELLER, LISTED_AT, lines, at);
    }

    /**
     * Often the same moment, sometimes one at which something is due or ends; slower to the end.
     */
    private static Instant later(Instant now, NaiveAuction lot, Random random) {
        Instant end = lot.clock.end;
        long left = Math.max(0, Duration.between(now, end).toMillis());
        Instant wanted =
                switch (random.nextInt(48)) {
                    case 0 -> lot.clock.opensAt;
                    case 1 -> end.minus(Duration.ofHours(12)).plusMillis(random.nextInt(3) - 1);
                    case 2 -> now.plus(Duration.ofHours(1)).plusMillis(random.nextInt(3) - 1);
                    case 3 -> left < 600_000 ? end.plusMillis(random.nextInt(3) - 1) : now;
                    case 4, 5 -> end.minusMillis(random.nextInt(300_000));
                    case 19, 20 -> end.minus(window(lot)).plusMillis(random.nextInt(3) - 1);
                    case 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18 -> now;
                    default -> now.plusMillis(random.nextLong(1_000 + left / 16));
                };
        long leap = Duration.between(now, wanted).toMillis();
        return leap < 0 || (leap > 600_000 && leap > left / 3 && random.nextInt(6) > 0)
                ? now
                : wanted;
    }

    private static Duration window(NaiveAuction lot) {
        return lot.listing.rules().format() instanceof Format.English english
                        && english.softClose() != null
                ? english.softClose().window()
                : Duration.ZERO;
    }

    /** A room in which the lot has just been listed. */
    public Saleroom room() {
        return new Saleroom(lot);
    }

    public List<Step> steps() {
        return steps;
    }

    /** Says how to repeat it. */
    @Override
    public String toString() {
        return name;
    }
}
