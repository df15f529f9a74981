package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RULES: what the winner of a sealed auction pays. Bids come in the order of paddles. */
class SealedPriceRulesTest {

    @ParameterizedTest(name = "bids {0}, reserve {1}: {2} wins, first price {3}, Vickrey {4}")
    @CsvSource({
        "500,         ,    1, 500, 100",
        "500,         300, 1, 500, 300",
        "500,         500, 1, 500, 500",
        "500 400,     ,    1, 500, 400",
        "400 500,     ,    2, 500, 400",
        "400 500,     300, 2, 500, 400",
        "400 500,     450, 2, 500, 450",
        "200 900 500, ,    2, 900, 500",
        "900 200 500, ,    1, 900, 500",
        "700 700,     ,    1, 700, 700",
        "300 700 700, ,    2, 700, 700",
        "100,         ,    1, 100, 100",
    })
    void the_first_price_is_his_own_and_the_second_that_of_the_next(
            String bids, Long reserve, int winner, long first, long second) {
        assertSold(aLot().as(new Format.SealedFirstPrice()), bids, reserve, winner, first);
        assertSold(aLot().as(new Format.SealedSecondPrice()), bids, reserve, winner, second);
    }

    private static void assertSold(
            ListingBuilder lot, String bids, Long reserve, int winner, long hammer) {
        Saleroom room = new Saleroom(reserve == null ? lot : lot.withReserve(reserve));
        int bidder = 0;
        for (String bid : bids.split(" ")) {
            room.bid("bidder" + ++bidder, Long.parseLong(bid));
        }

        room.at(CLOSES_AT).closeDue();

        assertThat(room.last().winner().number()).isEqualTo(winner);
        assertThat(room.last().hammer()).isEqualTo(new Money(hammer));
    }
}
