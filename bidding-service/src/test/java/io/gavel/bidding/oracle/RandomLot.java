package io.gavel.bidding.oracle;

import static io.gavel.bidding.ListingBuilder.LISTED_AT;

import io.gavel.bidding.ListingBuilder;
import io.gavel.contracts.lot.BuyNowOffer;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** Listings by chance, with every rule of a format on or off. */
public final class RandomLot {

    private static final Ladder SINGLE = Ladder.of(new long[][] {{0, 1}});
    private static final Ladder STEEP = Ladder.of(new long[][] {{0, 10}, {300, 50}, {600, 7}});

    private RandomLot() {}

    /** A listing of a format: {@code english}, {@code retractable}, or another format's word. */
    public static ListingBuilder listing(String kind, Random random) {
        Duration length = Duration.ofMinutes(kind.equals("retractable") ? 900 : 60);
        ListingBuilder lot =
                ListingBuilder.aLot().startingAt(100).closingAt(LISTED_AT.plus(length));
        lot.linkedTo("his-wife");
        if (random.nextInt(3) == 0) {
            lot.openingAt(opening(length, random));
            if (random.nextBoolean() && !kind.equals(Format.Dutch.WORD)) {
                lot.withAbsenteeBids();
            }
        }
        boolean reserved = random.nextBoolean();
        if (reserved && !kind.equals(Format.Dutch.WORD)) {
            lot.withReserve(100 + random.nextInt(800));
        }
        switch (kind) {
            case "english", "retractable" -> english(lot, reserved, random);
            case Format.Dutch.WORD -> lot.startingAt(1_000).as(dutch(random));
            case Format.SealedFirstPrice.WORD -> lot.as(new Format.SealedFirstPrice());
            default -> lot.as(new Format.SealedSecondPrice());
        }
        return kind.equals("retractable") ? lot.withRetraction() : lot;
    }

    private static Instant opening(Duration length, Random random) {
        return LISTED_AT.plusMillis((long) (length.toMillis() * 0.3 * random.nextDouble()));
    }

    private static Format dutch(Random random) {
        return new Format.Dutch(
                new Money(1 + random.nextInt(90)),
                Duration.ofSeconds(1 + random.nextInt(300)),
                new Money(1 + random.nextInt(900)));
    }

    private static void english(ListingBuilder lot, boolean reserved, Random random) {
        lot.onLadder(
                switch (random.nextInt(3)) {
                    case 0 -> SINGLE;
                    case 1 -> STEEP;
                    default -> Ladder.EBAY_US;
                });
        lot.onOwnRaise(random.nextBoolean() ? OwnRaise.KEEPS_PRICE : OwnRaise.COMPLETES_STEP);
        if (random.nextBoolean()) {
            Duration extension = Duration.ofSeconds(1 + random.nextInt(400));
            Duration cap = extension.plusSeconds(random.nextInt(600));
            lot.withSoftClose(
                    Duration.ofSeconds(1 + random.nextInt(400)),
                    extension,
                    random.nextBoolean() ? cap : null);
        }
        if (random.nextBoolean()) {
            lot.confirmingAbove(1 + random.nextInt(10));
            if (random.nextBoolean()) {
                lot.estimatedAt(50 + random.nextInt(400));
            }
        }
        switch (random.nextInt(4)) {
            case 0 -> lot.withBuyNow(1_000, BuyNowOffer.Until.FIRST_BID);
            case 1 -> lot.withBuyNowUntilPrice(1_000, 200 + random.nextInt(700));
            case 2 -> {
                if (reserved) {
                    lot.withBuyNow(1_000, BuyNowOffer.Until.RESERVE_MET);
                }
            }
            default -> {}
        }
    }
}
