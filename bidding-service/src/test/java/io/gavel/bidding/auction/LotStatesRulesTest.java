package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.OPERATOR;
import static io.gavel.bidding.Saleroom.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.command.InvalidCommand;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.BuyNowOffer;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which command is taken in which state of a lot's life, and from which format. */
class LotStatesRulesTest {

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "bid,       unknown-lot, not-open,    accepted,    paused,      closed",
        "lower-max, unknown-lot, not-open,    accepted,    paused,      closed",
        "retract,   unknown-lot, not-open,    accepted,    paused,      closed",
        "buy-now,   unknown-lot, not-open,    accepted,    paused,      closed",
        "accept,    unknown-lot, not-open,    invalid,     paused,      closed",
        "pause,     unknown-lot, not-open,    accepted,    paused,      closed",
        "resume,    unknown-lot, not-open,    not-allowed, accepted,    closed",
        "extend,    unknown-lot, not-open,    accepted,    accepted,    closed",
        "hammer,    unknown-lot, not-open,    accepted,    paused,      closed",
        "cancel,    unknown-lot, accepted,    accepted,    accepted,    closed",
        "close-due, unknown-lot, accepted,    accepted,    accepted,    accepted",
        "list,      accepted,    conflict,    conflict,    conflict,    conflict",
        "invalid,   invalid,     invalid,     invalid,     invalid,     invalid",
    })
    void a_command_is_taken_where_it_makes_sense(
            String what,
            String unlisted,
            String scheduled,
            String open,
            String paused,
            String closed) {
        assertThat(outcome(send(unlisted(), what))).isEqualTo(unlisted);
        assertThat(outcome(send(new Saleroom(lot().openingAt(LISTED_AT.plusSeconds(9))), what)))
                .isEqualTo(scheduled);
        assertThat(outcome(send(open(), what))).isEqualTo(open);
        Saleroom room = open();
        room.pause();
        assertThat(outcome(send(room, what))).isEqualTo(paused);
        assertThat(outcome(send(open().at(CLOSES_AT), what))).isEqualTo(closed);
    }

    @ParameterizedTest(name = "{0}: english {1}, sealed {2}, dutch {3}")
    @CsvSource({
        "bid,       accepted, accepted, invalid",
        "lower-max, accepted, invalid,  invalid",
        "retract,   accepted, invalid,  invalid",
        "buy-now,   accepted, invalid,  invalid",
        "accept,    invalid,  invalid,  accepted",
    })
    void a_command_of_another_kind_of_auction_is_invalid(
            String what, String english, String sealed, String dutch) {
        assertThat(outcome(send(open(), what))).isEqualTo(english);
        for (Format format : SealedRulesTest.formats()) {
            Saleroom room = new Saleroom(aLot().as(format));
            room.bid("alice", 900);
            assertThat(outcome(send(room, what))).isEqualTo(sealed);
        }
        Format format = new Format.Dutch(new Money(10), Duration.ofMinutes(1), new Money(10));
        Ruling ruling = send(new Saleroom(aLot().as(format)), what);
        assertThat(outcome(ruling)).isEqualTo(dutch);
        if (dutch.equals("invalid")) {
            assertThat(ruling.decision().detail())
                    .endsWith(" (expected: accept-price, the lot is dutch)");
        }
    }

    @Test
    void the_refusal_says_what_came_and_what_the_lot_takes() {
        Format vickrey = new Format.SealedSecondPrice();

        assertThat(new Saleroom(aLot().as(vickrey)).buyNow("bob").decision().detail())
                .isEqualTo("type: buy-now (expected: place-bid, the lot is vickrey)");
        assertThat(open().acceptPrice("bob").decision().detail())
                .isEqualTo("type: accept-price (expected: place-bid, the lot is english)");
    }

    private static ListingBuilder lot() {
        return aLot().withRetraction().withBuyNow(90_000, BuyNowOffer.Until.PRICE_REACHES);
    }

    private static Saleroom unlisted() {
        return new Saleroom(aLot().closingAt(LISTED_AT));
    }

    /** Alice leads with a maximum of 9.00. */
    private static Saleroom open() {
        Saleroom room = new Saleroom(lot());
        room.bid("alice", 900);
        return room;
    }

    private static Ruling send(Saleroom room, String what) {
        return switch (what) {
            case "bid" -> room.bid("bob", 1_000);
            case "lower-max" -> room.lowerMax("alice", 800);
            case "retract" -> room.retract("alice");
            case "buy-now" -> room.buyNow("bob");
            case "accept" -> room.acceptPrice("bob");
            case "pause" -> room.pause();
            case "resume" -> room.resume();
            case "extend" -> room.extend(5);
            case "hammer" -> room.hammer();
            case "cancel" -> room.cancel(OPERATOR);
            case "close-due" -> room.closeDue();
            case "list" ->
                    room.send(
                            new ListLot(
                                    room.nextId(),
                                    room.entry().id(),
                                    Saleroom.SELLER,
                                    lot().build()));
            case "invalid" ->
                    room.send(
                            new InvalidCommand(
                                    room.nextId(),
                                    room.entry().id(),
                                    new AccountId("bob"),
                                    "{}",
                                    "type: dance (expected: another)"));
            default -> throw new IllegalArgumentException(what);
        };
    }
}
