package io.gavel.contracts;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.event.EventJson;
import io.gavel.contracts.event.Happening;
import io.gavel.contracts.event.PublicEvent;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.BuyNowOffer;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PhotoId;
import io.gavel.contracts.lot.PublicState;
import io.gavel.contracts.lot.ReserveStatus;
import io.gavel.contracts.lot.Rules;
import io.gavel.contracts.lot.SoftClose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lot that the golden files tell of: Alice buys Bob's lamp. */
public final class Examples {

    public static final LotId LOT = LotId.parse("0197b1c2-3d4e-7f50-8a61-72839405a6b7");
    public static final CommandId ID = CommandId.parse("3f2b8c1d-0a4e-4b6f-9c7d-5e1a2b3c4d5e");
    public static final AccountId ALICE = new AccountId("alice");
    public static final AccountId BOB = new AccountId("bob");
    public static final Instant AT = Instant.parse("2026-11-22T14:03:07.412Z");
    public static final Instant CLOSES_AT = Instant.parse("2026-11-22T14:05:00Z");
    public static final Paddle PADDLE = new Paddle(12);
    public static final Sha256 PREV = Sha256.of(new byte[] {1, 2, 3});

    public static final Rules RULES =
            new Rules(
                    new Format.English(
                            Ladder.of(new long[][] {{0, 500}, {20_000, 1_000}}),
                            new SoftClose(
                                    Duration.ofMinutes(2),
                                    Duration.ofSeconds(90),
                                    Duration.ofHours(1)),
                            Format.English.DEFAULT_LARGE_BID_FACTOR,
                            new Money(30_000),
                            OwnRaise.KEEPS_PRICE,
                            new BuyNowOffer(
                                    new Money(40_000),
                                    BuyNowOffer.Until.PRICE_REACHES,
                                    new Money(20_000)),
                            true),
                    "EUR",
                    new Money(5_000),
                    Instant.parse("2026-11-22T14:00:00Z"),
                    CLOSES_AT,
                    true);

    /** Everything that may be left out is. */
    public static final Rules PLAIN_RULES =
            new Rules(
                    new Format.English(
                            Ladder.EBAY_US, null, null, null, OwnRaise.COMPLETES_STEP, null, false),
                    "JPY",
                    new Money(1),
                    null,
                    CLOSES_AT,
                    false);

    public static final Rules DUTCH_RULES =
            new Rules(
                    new Format.Dutch(new Money(500), Duration.ofSeconds(10), new Money(1_000)),
                    "EUR",
                    new Money(5_000),
                    null,
                    CLOSES_AT,
                    false);

    public static final Rules SEALED_RULES =
            new Rules(
                    new Format.SealedSecondPrice(), "EUR", new Money(5_000), null, CLOSES_AT, true);

    public static final Listing LISTING =
            new Listing(
                    "Lamp, “Art déco”",
                    "Brass.\nWorks.",
                    RULES,
                    new Money(15_000),
                    List.of(new AccountId("carol")));

    public static final Listing LISTING_WITH_PHOTOS =
            new Listing(
                    LISTING.title(),
                    LISTING.description(),
                    RULES,
                    LISTING.reserve(),
                    LISTING.linkedAccounts(),
                    List.of(new PhotoId("2f".repeat(32)), new PhotoId("0a".repeat(32))));

    private static final PublicState LED = after(LotStatus.OPEN, 13_500, PADDLE, 14_000, 18);

    /** One of each kind of event, by the name of its golden file. */
    public static final Map<String, PublicEvent> EVENTS =
            Map.ofEntries(
                    entry(
                            "event-listed",
                            1,
                            new Happening.Listed(
                                    BOB,
                                    LISTING.title(),
                                    LISTING.description(),
                                    RULES,
                                    EventJson.hashOf(RULES)),
                            after(LotStatus.SCHEDULED, 5_000, null, 5_000, 0)),
                    entry(
                            "event-listed-photos",
                            1,
                            new Happening.Listed(
                                    BOB,
                                    LISTING.title(),
                                    LISTING.description(),
                                    LISTING_WITH_PHOTOS.photos(),
                                    RULES,
                                    EventJson.hashOf(RULES)),
                            after(LotStatus.SCHEDULED, 5_000, null, 5_000, 0)),
                    entry(
                            "event-opened",
                            2,
                            new Happening.Opened(),
                            after(LotStatus.OPEN, 5_000, null, 5_000, 0)),
                    entry(
                            "event-bid",
                            3,
                            new Happening.Bid(PADDLE, new Money(12_500)),
                            after(LotStatus.OPEN, 12_500, PADDLE, 13_000, 17)),
                    entry(
                            "event-auto-bid",
                            4,
                            new Happening.AutoBid(PADDLE, new Money(13_500)),
                            after(LotStatus.OPEN, 13_500, PADDLE, 14_000, 18)),
                    entry("event-reserve-met", 5, new Happening.ReserveMet(), LED),
                    entry("event-extended", 6, Happening.Extended.byLateBid(), LED),
                    entry(
                            "event-extended-by-auctioneer",
                            6,
                            Happening.Extended.by(10, "The telephone line “broke”."),
                            LED),
                    entry(
                            "event-extended-by-outage",
                            6,
                            Happening.Extended.byOutage(AT.minusSeconds(61), AT),
                            LED),
                    entry("event-sealed-bid", 3, new Happening.SealedBid(), LED),
                    entry(
                            "event-bid-retracted",
                            6,
                            new Happening.BidRetracted(PADDLE, 2, "a typing error"),
                            LED),
                    entry(
                            "event-paused",
                            6,
                            new Happening.Paused("fire alarm"),
                            after(LotStatus.PAUSED, 13_500, PADDLE, 14_000, 18)),
                    entry("event-resumed", 7, new Happening.Resumed(null), LED),
                    entry(
                            "event-revealed",
                            7,
                            new Happening.Revealed(PADDLE, new Money(13_500)),
                            LED),
                    entry(
                            "event-closed-sold",
                            7,
                            new Happening.Closed(
                                    CloseOutcome.SOLD, new Money(13_500), PADDLE, null),
                            after(LotStatus.CLOSED, 13_500, PADDLE, 14_000, 18)),
                    entry(
                            "event-closed-cancelled",
                            7,
                            new Happening.Closed(
                                    CloseOutcome.CANCELLED, null, null, "withdrawn by its owner"),
                            after(LotStatus.CLOSED, 13_500, PADDLE, 14_000, 18)),
                    entry(
                            "event-closed-unsold",
                            3,
                            new Happening.Closed(CloseOutcome.UNSOLD, null, null, null),
                            after(LotStatus.CLOSED, 5_000, null, 5_000, 0)));

    private Examples() {}

    private static Map.Entry<String, PublicEvent> entry(
            String name, long version, Happening what, PublicState after) {
        Sha256 prev = version == 1 ? Sha256.ZERO : PREV;
        return Map.entry(name, new PublicEvent(LOT, version, AT, 8_812, what, after, prev));
    }

    private static PublicState after(
            LotStatus status, long price, @Nullable Paddle leader, long next, int bids) {
        return new PublicState(
                status,
                new Money(price),
                leader,
                new Money(next),
                bids,
                CLOSES_AT,
                ReserveStatus.NOT_MET);
    }
}
