package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.OwnRaise;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Real auctions come out as they did in the real house, to the cent. */
class GroundTruthTest {

    static Stream<Named<JsonNode>> ebay() {
        return auctions("ebay.jsonl");
    }

    static Stream<Named<JsonNode>> maxsold() {
        return auctions("maxsold.jsonl");
    }

    @ParameterizedTest
    @MethodSource("ebay")
    void an_ebay_auction_ends_at_its_price_with_its_winner(JsonNode auction) {
        Saleroom room =
                new Saleroom(
                        aLot().startingAt(auction.get("open").longValue())
                                .onOwnRaise(OwnRaise.COMPLETES_STEP));

        for (JsonNode bid : auction.get("bids")) {
            if (bid.hasNonNull("nextMin")) {
                assertThat(next(room)).isEqualTo(bid.get("nextMin").longValue());
            }
            JsonNode max = bid.hasNonNull("blindMax") ? bid.get("blindMax") : bid.get("max");
            Ruling ruling = room.bid(bid.get("bidder").stringValue(), max.longValue());
            assertStands(room, ruling, bid);
        }

        assertThat(price(room)).isEqualTo(auction.get("price").longValue());
        assertThat(leader(room)).isEqualTo(auction.get("winner").stringValue());
    }

    @ParameterizedTest
    @MethodSource("maxsold")
    void a_maxsold_lot_has_the_ledger_of_the_house(JsonNode lot) {
        Saleroom room =
                new Saleroom(
                        aLot().startingAt(lot.get("start").longValue())
                                .onLadder(ladder(lot.get("table"))));
        List<String> ledger = new ArrayList<>();

        for (JsonNode submission : lot.get("submissions")) {
            assertThat(next(room)).isEqualTo(submission.get("nextMin").longValue());
            Ruling ruling =
                    room.bid(
                            submission.get("bidder").stringValue(),
                            submission.get("max").longValue());
            assertStands(room, ruling, submission);
            Saleroom.story(ruling).forEach(line -> ledger.add(line.replaceAll(" by .*", "")));
        }

        assertThat(ledger)
                .isEqualTo(lot.get("ledger").values().stream().map(GroundTruthTest::line).toList());
    }

    private static void assertStands(Saleroom room, Ruling ruling, JsonNode expected) {
        assertThat(ruling.decision().outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        assertThat(price(room)).isEqualTo(expected.get("price").longValue());
        assertThat(leader(room)).isEqualTo(expected.get("leader").stringValue());
    }

    private static String line(JsonNode entry) {
        return (entry.get("proxy").booleanValue() ? "auto-bid " : "bid ") + entry.get("amount");
    }

    private static Ladder ladder(JsonNode table) {
        long from = 0;
        List<long[]> pairs = new ArrayList<>();
        for (JsonNode row : table) {
            pairs.add(new long[] {from, row.get(1).longValue()});
            from = row.get(0).isNull() ? Long.MAX_VALUE : row.get(0).longValue() + 1;
        }
        return Ladder.of(pairs.toArray(long[][]::new));
    }

    private static long price(Saleroom room) {
        return room.last().price().minor();
    }

    private static long next(Saleroom room) {
        return room.last().next().minor();
    }

    private static String leader(Saleroom room) {
        return room.entry().lot() instanceof Lot.Open(EnglishBidding bidding)
                        && bidding.standing() instanceof Standing.Led led
                ? led.leader().value()
                : "nobody";
    }

    private static Stream<Named<JsonNode>> auctions(String file) {
        try (var in = ListingBuilder.class.getResourceAsStream("/ground-truth/" + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> Json.tree(line.getBytes(StandardCharsets.UTF_8)))
                    .map(node -> Named.of(name(node), node));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String name(JsonNode node) {
        return node.has("lot") ? node.get("lot").stringValue() : node.get("auction").stringValue();
    }
}
