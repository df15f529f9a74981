package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.Saleroom.outcome;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.command.AcceptPrice;
import io.gavel.contracts.command.BuyNow;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.BuyNowOffer;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES, "Not allowed": the seller, accounts linked to him, and a suspended bidder. */
class WhoMayBidRulesTest {

    @ParameterizedTest(name = "{0}, suspended {1}: {2}")
    @CsvSource({
        "seller,   false, own-lot",
        "seller,   true,  own-lot",
        "his-wife, false, own-lot",
        "his-son,  false, own-lot",
        "alice,    true,  not-allowed",
        "alice,    false, accepted",
    })
    void the_rule_holds_for_every_way_to_bid(String who, boolean suspended, String outcome) {
        for (String way : new String[] {"bid", "absentee", "sealed", "early", "buy-now", "dutch"}) {
            Saleroom room = room(way);
            var before = room.entry();

            Ruling ruling = offer(room, way, who, suspended);

            assertThat(outcome(ruling)).as(way).isEqualTo(outcome);
            if (!outcome.equals("accepted")) {
                assertThat(room.entry()).as(way).isEqualTo(before);
                assertThat(ruling.decision().paddle()).as(way).isNull();
            }
        }
    }

    @Test
    void a_suspended_bidder_is_told_so_and_what_he_bid_before_stands() {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 900);

        Ruling raise = room.bidSuspended("alice", 2_000);

        assertThat(raise.decision().detail()).isEqualTo("the account is suspended from bidding");
        assertThat(raise.decision().leading()).isTrue();
        assertThat(room.bid("bob", 800).decision().leading()).isFalse();
    }

    private static Saleroom room(String way) {
        ListingBuilder lot = aLot().linkedTo("his-wife", "his-son");
        Format dutch = new Format.Dutch(new Money(10), Duration.ofMinutes(1), new Money(10));
        return new Saleroom(
                switch (way) {
                    case "absentee" -> lot.withAbsenteeBids().openingAt(LISTED_AT.plusSeconds(9));
                    case "sealed" -> lot.as(new Format.SealedFirstPrice());
                    case "early" ->
                            lot.as(new Format.SealedSecondPrice())
                                    .withAbsenteeBids()
                                    .openingAt(LISTED_AT.plusSeconds(9));
                    case "buy-now" -> lot.withBuyNow(500, BuyNowOffer.Until.FIRST_BID);
                    case "dutch" -> lot.as(dutch);
                    default -> lot;
                });
    }

    private static Ruling offer(Saleroom room, String way, String who, boolean suspended) {
        AccountId by = new AccountId(who);
        var id = room.nextId();
        var lot = room.entry().id();
        return room.send(
                switch (way) {
                    case "buy-now" -> new BuyNow(id, lot, by, suspended);
                    case "dutch" -> new AcceptPrice(id, lot, by, suspended);
                    default -> new PlaceBid(id, lot, by, new Money(500), false, suspended);
                });
    }
}
