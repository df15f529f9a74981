package io.gavel.contracts;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.event.EventJson;
import io.gavel.contracts.event.Happening;
import io.gavel.contracts.event.PublicEvent;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import io.gavel.contracts.lot.ReserveStatus;
import io.gavel.contracts.lot.Rules;
import io.gavel.contracts.lot.SoftClose;
import java.time.Duration;
import java.time.Instant;
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
                    Format.ENGLISH,
                    "EUR",
                    new Money(5_000),
                    Ladder.of(new long[][] {{0, 500}, {20_000, 1_000}}),
                    Instant.parse("2026-11-22T14:00:00Z"),
                    CLOSES_AT,
                    new SoftClose(
                            Duration.ofMinutes(2), Duration.ofSeconds(90), Duration.ofHours(1)),
                    Rules.DEFAULT_LARGE_BID_FACTOR,
                    OwnRaise.KEEPS_PRICE);

    /** Everything that may be left out is. */
    public static final Rules PLAIN_RULES =
            new Rules(
                    Format.ENGLISH,
                    "JPY",
                    new Money(1),
                    Ladder.EBAY_US,
                    null,
                    CLOSES_AT,
                    null,
                    null,
                    OwnRaise.COMPLETES_STEP);

    public static final Listing LISTING =
            new Listing("Lamp, “Art déco”", "Brass.\nWorks.", RULES, new Money(15_000));

    /** One of each kind of event, by the name of its golden file. */
    public static final Map<String, PublicEvent> EVENTS =
            Map.of(
                    "event-listed",
                    event(
                            1,
                            new Happening.Listed(
                                    BOB,
                                    LISTING.title(),
                                    LISTING.description(),
                                    RULES,
                                    EventJson.hashOf(RULES)),
                            after(LotStatus.SCHEDULED, 5_000, null, 5_000, 0)),
                    "event-opened",
                    event(2, new Happening.Opened(), after(LotStatus.OPEN, 5_000, null, 5_000, 0)),
                    "event-bid",
                    event(
                            3,
                            new Happening.Bid(PADDLE, new Money(12_500)),
                            after(LotStatus.OPEN, 12_500, PADDLE, 13_000, 17)),
                    "event-auto-bid",
                    event(
                            4,
                            new Happening.AutoBid(PADDLE, new Money(13_500)),
                            after(LotStatus.OPEN, 13_500, PADDLE, 14_000, 18)),
                    "event-reserve-met",
                    event(
                            5,
                            new Happening.ReserveMet(),
                            after(LotStatus.OPEN, 13_500, PADDLE, 14_000, 18)),
                    "event-extended",
                    event(
                            6,
                            new Happening.Extended(Happening.Extended.SOFT_CLOSE),
                            after(LotStatus.OPEN, 13_500, PADDLE, 14_000, 18)),
                    "event-closed-sold",
                    event(
                            7,
                            new Happening.Closed(CloseOutcome.SOLD, new Money(13_500), PADDLE),
                            after(LotStatus.CLOSED, 13_500, PADDLE, 14_000, 18)),
                    "event-closed-unsold",
                    event(
                            3,
                            new Happening.Closed(CloseOutcome.UNSOLD, null, null),
                            after(LotStatus.CLOSED, 5_000, null, 5_000, 0)));

    private Examples() {}

    private static PublicEvent event(long version, Happening what, PublicState after) {
        return new PublicEvent(
                LOT, version, AT, 8_812, what, after, version == 1 ? Sha256.ZERO : PREV);
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
