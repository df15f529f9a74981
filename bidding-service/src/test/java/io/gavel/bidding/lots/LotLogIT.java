package io.gavel.bidding.lots;

import static io.gavel.bidding.Commands.bid;
import static io.gavel.bidding.Commands.hammer;
import static io.gavel.bidding.Commands.inMinutes;
import static io.gavel.bidding.Commands.listed;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.Commands;
import io.gavel.bidding.Http;
import io.gavel.bidding.Wire;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.Extend;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.testkit.HashChain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

/** A lot's public log in its three forms, and the commands behind it. */
class LotLogIT {

    private static final int ROUNDS = 12;

    private static BiddingStack stack;
    private static Wire wire;
    private static Http anybody;
    private static Http operator;

    /** Bids one at a time, hence a page each; every second one is refused. */
    private static LotId busy;

    private static final List<Decision> DECISIONS = new ArrayList<>();

    @BeforeAll
    static void start() {
        stack = new BiddingStack();
        wire = stack.wire();
        anybody = Http.anybody(stack);
        operator = Http.as("op", stack, "OPERATOR");
        busy = listed(wire, "seller", aLot().closingAt(inMinutes(60)).build());
        for (int i = 1; i <= ROUNDS; i++) {
            DECISIONS.add(wire.ask(bid(busy, "bidder" + i % 3, 1_000L * i)));
            DECISIONS.add(wire.ask(bid(busy, "late", 100)));
        }
    }

    @AfterAll
    static void stop() {
        wire.close();
        stack.close();
    }

    /** Chunks of one page, of a few pages, and cut short by their bytes. */
    @ParameterizedTest
    @CsvSource({"1,1000000", "2,1000000", "5,1000000", "256,1", "256,700", "256,2000"})
    void logs_longer_than_a_chunk_come_whole_and_in_order(int pages, int bytes) {
        ChunkSize size = new ChunkSize(pages, bytes);
        List<String> log = anybody.get(path(busy, "log?limit=10000")).lines();
        List<String> commands = operator.get(path(busy, "commands?limit=10000")).lines();

        for (int after = 0; after <= log.size(); after += 3) {
            assertThat(texts(new LotLog(stack.database(), size).behind(busy, after)))
                    .isEqualTo(log.subList(after, log.size()));
        }
        for (int i = 0; i < DECISIONS.size(); i += 5) {
            long after = DECISIONS.get(i).offset();
            assertThat(texts(new CommandLog(stack.database(), size).behind(busy, after)))
                    .isEqualTo(commands.subList(i + 2, commands.size()));
        }
    }

    @Test
    void a_log_comes_whole_and_in_order() {
        Http.Answer json = anybody.get(path(busy, "log.json"));
        List<byte[]> told = wire.events(busy);

        HashChain.assertUnbroken(told);
        List<String> lines = anybody.get(path(busy, "log?limit=10000")).lines();
        assertThat(lines).isEqualTo(told.stream().map(LotLogIT::text).toList());
        assertThat(json.text()).isEqualTo("[\n" + String.join(",\n", lines) + "\n]\n");
        assertThat(json.json()).hasSize(lines.size());
        assertThat(json.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + busy + "-log.json\"");
        assertThat(json.header("Content-Type")).isEqualTo("application/json");
    }

    @Test
    void a_log_goes_on_behind_a_version() {
        List<String> all = anybody.get(path(busy, "log?limit=10000")).lines();

        assertThat(anybody.get(path(busy, "log?after=7&limit=5")).lines())
                .isEqualTo(all.subList(7, 12));
        assertThat(anybody.get(path(busy, "log?after=" + (all.size() - 1))).lines())
                .isEqualTo(all.subList(all.size() - 1, all.size()));
        assertThat(anybody.get(path(busy, "log?after=" + all.size())).lines()).isEmpty();
        assertThat(anybody.get(path(busy, "log.json?after=7&limit=5")).json()).hasSize(5);
        assertThat(anybody.get(path(busy, "log.csv?after=7&limit=5")).lines()).hasSize(6);
    }

    @Test
    void a_table_has_one_row_an_event() {
        LotId lot = listed(wire, "seller", aLot().closingAt(inMinutes(60)).build());
        wire.ask(bid(lot, "alice", 500));
        wire.ask(
                new Extend(
                        Commands.id(), lot, new AccountId("op"), 5, "=HYPERLINK(\"evil\")", false));
        wire.ask(hammer(lot));

        Http.Answer csv = anybody.get(path(lot, "log.csv"));

        assertThat(csv.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(csv.header("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + lot + "-log.csv\"");
        String[] rows = csv.text().split("\r\n");
        assertThat(rows).hasSize(6);
        assertThat(rows[1]).startsWith("1,").contains(",listed,,,");
        assertThat(rows[3]).contains(",bid,1,100,open,100,1,");
        assertThat(rows[4]).contains(",\"'=HYPERLINK(\"\"evil\"\")\",");
        assertThat(rows[5])
                .contains(",closed,,,closed,100,1,")
                .contains(",none,sold,100,1,hammer,");
    }

    @Test
    void commands_are_what_was_sent_and_decided_in_log_order() {
        LotId lot =
                listed(wire, "seller", aLot().withReserve(700).closingAt(inMinutes(60)).build());
        PlaceBid bid = bid(lot, "alice", 500);
        Decision decision = wire.ask(bid);

        Http.Answer answer = operator.get(path(lot, "commands"));

        assertThat(answer.header("Content-Type")).isEqualTo("application/x-ndjson");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.lines()).hasSize(2);
        assertThat(answer.lines().getLast())
                .isEqualTo(
                        "{\"T\":\""
                                + Instants.format(decision.at())
                                + "\",\"partition\":"
                                + decision.partition()
                                + ",\"offset\":"
                                + decision.offset()
                                + ",\"command\":"
                                + text(CommandJson.write(bid, Instant.EPOCH))
                                + "}");
        JsonNode listing = Json.tree(answer.lines().getFirst().getBytes(StandardCharsets.UTF_8));
        assertThat(listing.path("command").path("reserve").longValue()).isEqualTo(700);
    }

    @Test
    void commands_go_on_behind_any_offset() {
        List<String> all = operator.get(path(busy, "commands?limit=10000")).lines();
        assertThat(all).hasSize(2 * ROUNDS + 1);

        for (int i = 0; i < DECISIONS.size(); i++) {
            String query = "commands?limit=3&after=" + DECISIONS.get(i).offset();
            assertThat(operator.get(path(busy, query)).lines())
                    .as(query)
                    .isEqualTo(all.subList(i + 2, Math.min(i + 5, all.size())));
        }
        long last = DECISIONS.getLast().offset();
        assertThat(operator.get(path(busy, "commands?after=" + (last + 1))).lines()).isEmpty();
    }

    @Test
    void commands_on_a_lot_that_was_never_listed_are_there_too() {
        LotId lot = new LotId(UUID.randomUUID());
        Decision first = wire.ask(bid(lot, "alice", 500));
        wire.ask(bid(lot, "bob", 500));

        assertThat(operator.get(path(lot, "commands")).lines()).hasSize(2);
        assertThat(operator.get(path(lot, "commands?after=" + first.offset())).lines()).hasSize(1);
        assertThat(anybody.get(path(lot, "log")).status()).isEqualTo(404);
    }

    @Test
    void commands_are_for_operators() {
        String path = path(busy, "commands");
        Http.Answer seller = Http.as("seller", stack, "SELLER", "BIDDER").get(path);

        assertThat(anybody.get(path).status()).isEqualTo(401);
        assertThat(seller.status()).isEqualTo(403);
        assertThat(seller.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(seller.detail()).isEqualTo("role: not in this token (expected: OPERATOR)");
        assertThat(seller.text()).doesNotContain("command\"");
    }

    @Test
    void what_is_wrong_is_told() {
        assertThat(anybody.get(path(busy, "log?after=-1")).detail())
                .startsWith("after: -1 (expected: a whole number, 0 to ");
        assertThat(anybody.get(path(busy, "log?limit=10001")).detail())
                .isEqualTo("limit: 10001 (expected: a whole number, 1 to 10000)");
        assertThat(operator.get(path(busy, "commands?limit=0")).status()).isEqualTo(400);
        assertThat(operator.get(path(new LotId(UUID.randomUUID()), "commands")).status())
                .isEqualTo(404);
        assertThat(anybody.get(path(new LotId(UUID.randomUUID()), "log.csv")).status())
                .isEqualTo(404);
        assertThat(anybody.get("/api/v1/lots/17/log.json").status()).isEqualTo(400);
    }

    private static String path(LotId lot, String rest) {
        return "/api/v1/lots/" + lot + "/" + rest;
    }

    private static List<String> texts(Flux<byte[]> lines) {
        return lines.map(LotLogIT::text).collectList().block(Duration.ofSeconds(20));
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
