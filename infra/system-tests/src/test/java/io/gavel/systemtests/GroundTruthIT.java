package io.gavel.systemtests;

import static io.gavel.systemtests.OnTheBlock.number;
import static io.gavel.systemtests.OnTheBlock.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** Real auctions come out as they did in the real house, through the public interface. */
@Timeout(180)
class GroundTruthIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    private static final int AT_ONCE = 16;
    private static final String FAR = Instant.now().plus(Duration.ofDays(30)).toString();
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();
    private static String seller;
    private static String operator;

    @BeforeAll
    static void signIn() {
        seller = GAVEL.api().token("sam", "SELLER");
        operator = GAVEL.api().token("olga", "OPERATOR");
    }

    @Test
    void every_ebay_auction_ends_at_its_price_with_its_winner() throws Exception {
        assertThat(atOnce("ebay.jsonl", GroundTruthIT::ebay)).isEqualTo(40);
    }

    @Test
    void every_maxsold_lot_has_the_ledger_of_the_house() throws Exception {
        assertThat(atOnce("maxsold.jsonl", GroundTruthIT::maxsold)).isEqualTo(40);
    }

    private static void ebay(JsonNode auction) {
        OnTheBlock lot = listed(auction.get("auction"), auction.get("open"), "\"ebay-us\"");
        Map<String, Long> paddles =
                play(
                        lot,
                        auction.get("bids"),
                        bid -> bid.hasNonNull("blindMax") ? "blindMax" : "max");

        lot.accepted(operator, "hammer", "\"reason\":\"end of the record\"");

        JsonNode closed = lot.last();
        assertThat(number(closed, "hammer")).isEqualTo(number(auction, "price"));
        assertThat(number(closed, "winner")).isEqualTo(paddles.get(text(auction, "winner")));
    }

    private static void maxsold(JsonNode auction) {
        OnTheBlock lot =
                listed(auction.get("lot"), auction.get("start"), ladder(auction.get("table")));

        play(lot, auction.get("submissions"), _ -> "max");

        assertThat(
                        lot.log().stream()
                                .filter(event -> event.has("amount"))
                                .map(event -> text(event, "type") + " " + event.get("amount"))
                                .toList())
                .isEqualTo(
                        auction.get("ledger").values().stream().map(GroundTruthIT::line).toList());
    }

    /**
     * Places the bids of a record. After each, decision and public log have the price and the
     * leader that the house had; before each, the next minimum. Returns who has which paddle.
     */
    private static Map<String, Long> play(
            OnTheBlock lot, JsonNode bids, Function<JsonNode, String> max) {
        List<JsonNode> decisions = new ArrayList<>();
        Map<String, Long> paddles = new HashMap<>();
        for (JsonNode bid : bids) {
            String bidder = text(bid, "bidder");
            String amount = "\"amount\":" + number(bid, max.apply(bid));
            JsonNode decision = lot.accepted(token(bidder), "bids", amount);
            assertThat(number(decision, "price")).isEqualTo(number(bid, "price"));
            assertThat(decision.get("leading").booleanValue())
                    .isEqualTo(bidder.equals(text(bid, "leader")));
            decisions.add(decision);
            paddles.put(bidder, number(decision, "paddle"));
        }
        List<JsonNode> log = lot.log();
        JsonNode before = log.get(1);
        for (int i = 0; i < bids.size(); i++) {
            JsonNode bid = bids.get(i);
            if (bid.hasNonNull("nextMin")) {
                assertThat(number(before, "next")).isEqualTo(number(bid, "nextMin"));
            }
            before = log.get((int) number(decisions.get(i), "version") - 1);
            assertThat(number(before, "price")).isEqualTo(number(bid, "price"));
            assertThat(number(before, "leader")).isEqualTo(paddles.get(text(bid, "leader")));
        }
        return paddles;
    }

    private static OnTheBlock listed(JsonNode title, JsonNode start, String increments) {
        String body =
                """
                {"title":%s,"currency":"USD","startingPrice":%s,"increments":%s,\
                "largeBidFactor":null,"closesAt":"%s"}\
                """
                        .formatted(title, start, increments, FAR);
        return new OnTheBlock(GAVEL.api(), GAVEL.list(seller, body));
    }

    /** The house says up to which price each step holds, we say from which on. */
    private static String ladder(JsonNode table) {
        long from = 0;
        List<String> pairs = new ArrayList<>();
        for (JsonNode row : table) {
            pairs.add("[" + from + "," + row.get(1) + "]");
            from = row.get(0).isNull() ? from : row.get(0).longValue() + 1;
        }
        return pairs.toString();
    }

    private static String line(JsonNode entry) {
        return (entry.get("proxy").booleanValue() ? "auto-bid " : "bid ") + entry.get("amount");
    }

    private static String token(String bidder) {
        return TOKENS.computeIfAbsent(bidder, name -> GAVEL.api().token(name, "BIDDER"));
    }

    private interface Play {
        void auction(JsonNode auction);
    }

    /** Plays each line of a file, some at once, and returns how many there were. */
    private static int atOnce(String file, Play play) throws Exception {
        try (ExecutorService players = Executors.newFixedThreadPool(AT_ONCE)) {
            List<Future<?>> played = new ArrayList<>();
            for (String line : lines(file)) {
                JsonNode auction = Json.tree(line.getBytes(StandardCharsets.UTF_8));
                played.add(players.submit(() -> play.auction(auction)));
            }
            for (Future<?> each : played) {
                each.get();
            }
            return played.size();
        }
    }

    private static List<String> lines(String file) throws IOException {
        Path module = Path.of(System.getProperty("basedir", "."));
        return Files.readAllLines(
                module.resolve("../../bidding-service/src/test/resources/ground-truth")
                        .resolve(file));
    }
}
