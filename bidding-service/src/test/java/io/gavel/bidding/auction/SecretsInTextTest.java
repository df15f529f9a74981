package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.util.List;
import org.junit.jupiter.api.Test;

/** DESIGN, invariant 8: what a log line or an exception may print of the core holds no secret. */
class SecretsInTextTest {

    private static final AccountId ALICE = new AccountId("alice");
    private static final Paddle ONE = new Paddle(1);
    private static final Money SECRET = new Money(77_777);

    @Test
    void each_thing_that_holds_one_keeps_it_to_itself() {
        Placed placed = new Placed(SECRET, LISTED_AT, 4, true);
        Hand hand = Hand.of(ALICE, ONE, SECRET).and(placed);

        assertThat(List.of(placed, hand, Book.EMPTY.with(hand)).toString())
                .isEqualTo("[Placed[place=4], Hand[paddle=1], Book[bidders=1]]");
        assertThat(new Standing.Led(ALICE, ONE, SECRET, new Money(100), SECRET).toString())
                .isEqualTo("Led[paddle=1, price=100]");
        assertThat(new Answer.BidAccepted(ONE, SECRET).toString())
                .isEqualTo("BidAccepted[paddle=1]");
    }

    @Test
    void nor_does_a_lot_or_a_decided_command_tell() {
        List<ListingBuilder> lots =
                List.of(
                        aLot().withReserve(88_888).withRetraction(),
                        aLot().withReserve(88_888),
                        aLot().withReserve(88_888).as(new Format.SealedSecondPrice()),
                        aLot().withAbsenteeBids().openingAt(CLOSES_AT.minusSeconds(9)));
        for (ListingBuilder lot : lots) {
            Saleroom room = new Saleroom(lot);
            Ruling ruling = room.bid("alice", SECRET.minor());

            assertThat(ruling.decision().max()).isEqualTo(SECRET);
            assertThat(ruling.toString() + room.entry())
                    .doesNotContain("77777")
                    .doesNotContain("88888");
        }
    }
}
