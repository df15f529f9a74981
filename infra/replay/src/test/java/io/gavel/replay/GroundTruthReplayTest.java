package io.gavel.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Real auctions, replayed from a file: every price, leader and line of the ledger is printed. */
class GroundTruthReplayTest {

    private static final Path FOLDER =
            Path.of("..", "..", "bidding-service", "src", "test", "resources", "ground-truth");

    static Stream<Named<JsonNode>> ebay() throws IOException {
        return auctions("ebay.jsonl", "auction");
    }

    static Stream<Named<JsonNode>> maxsold() throws IOException {
        return auctions("maxsold.jsonl", "lot");
    }

    @ParameterizedTest
    @MethodSource("ebay")
    void an_ebay_auction_is_printed_with_its_prices_and_leaders(JsonNode auction) {
        Script script =
                Script.aLot(
                        "\"startingPrice\":" + auction.get("open"),
                        "\"increments\":\"ebay-us\",\"largeBidFactor\":null");
        for (JsonNode bid : auction.get("bids")) {
            JsonNode max = bid.hasNonNull("blindMax") ? bid.get("blindMax") : bid.get("max");
            script.bid(bid.get("bidder").asString(), max.longValue());
        }

        Printed printed = Printed.of(script);

        assertStands(printed, auction.get("bids"));
        assertThat(printed.last().get("price")).isEqualTo(auction.get("price"));
        assertThat(printed.leader(printed.last())).isEqualTo(auction.get("winner").asString());
    }

    @ParameterizedTest
    @MethodSource("maxsold")
    void a_maxsold_lot_is_printed_with_its_ledger(JsonNode lot) {
        Script script =
                Script.aLot(
                        "\"startingPrice\":" + lot.get("start"),
                        "\"largeBidFactor\":null,\"increments\":" + increments(lot.get("table")));
        for (JsonNode submission : lot.get("submissions")) {
            script.bid(submission.get("bidder").asString(), submission.get("max").longValue());
        }

        Printed printed = Printed.of(script);

        assertStands(printed, lot.get("submissions"));
        assertThat(printed.ledger())
                .isEqualTo(
                        lot.get("ledger").values().stream()
                                .map(each ->
                                        (each.get("proxy").booleanValue() ? "auto-bid " : "bid ")
                                                + each.get("amount"))
                                .toList());
    }

    private static void assertStands(Printed printed, JsonNode bids) {
        for (int i = 0; i < bids.size(); i++) {
            JsonNode bid = bids.get(i);
            if (bid.hasNonNull("nextMin")) {
                assertThat(printed.after(i).get("next")).isEqualTo(bid.get("nextMin"));
            }
            JsonNode after = printed.after(i + 1);
            assertThat(after.get("price")).isEqualTo(bid.get("price"));
            assertThat(printed.leader(after)).isEqualTo(bid.get("leader").asString());
        }
    }

    /**
     * What was printed.
     *
     * @param states the newest event after each decision, which says all that is true then
     */
    private record Printed(List<JsonNode> states, Map<Long, String> paddles, Ran ran) {

        static Printed of(Script script) {
            Ran ran = Ran.replay(script.text(), "-");
            assertThat(ran.outcomes()).containsOnly("accepted");
            List<JsonNode> states = new ArrayList<>();
            Map<Long, String> paddles = new HashMap<>();
            for (JsonNode line : ran.lines()) {
                if (line.has("event")) {
                    states.set(states.size() - 1, line.get("event"));
                    continue;
                }
                states.add(states.isEmpty() ? line : states.getLast());
                JsonNode decision = line.get("decision");
                if (decision.has("paddle")) {
                    paddles.put(decision.get("paddle").longValue(), decision.get("by").asString());
                }
            }
            return new Printed(states, paddles, ran);
        }

        /** After so many bids. */
        JsonNode after(int bids) {
            return states.get(bids);
        }

        JsonNode last() {
            return states.getLast();
        }

        String leader(JsonNode state) {
            return paddles.getOrDefault(state.get("leader").longValue(), "nobody");
        }

        List<String> ledger() {
            return ran.events().stream()
                    .filter(event -> event.get("type").asString().endsWith("bid"))
                    .map(event -> event.get("type").asString() + " " + event.get("amount"))
                    .toList();
        }
    }

    private static String increments(JsonNode table) {
        long from = 0;
        List<String> pairs = new ArrayList<>();
        for (JsonNode row : table) {
            pairs.add("[" + from + "," + row.get(1) + "]");
            from = row.get(0).isNull() ? from : row.get(0).longValue() + 1;
        }
        return pairs.toString();
    }

    private static Stream<Named<JsonNode>> auctions(String file, String name) throws IOException {
        return Files.readString(FOLDER.resolve(file))
                .lines()
                .map(line -> Json.tree(line.getBytes(UTF_8)))
                .map(node -> Named.of(node.get(name).asString(), node));
    }
}
