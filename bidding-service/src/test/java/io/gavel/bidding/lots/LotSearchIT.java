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
import io.gavel.bidding.paging.Cursor;
import io.gavel.bidding.paging.Key;
import io.gavel.contracts.command.Pause;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LotSearchIT {

    private static final String ANY_LOT = "0197b1c2-3d4e-7f50-8a61-72839405a6b7";

    private static BiddingStack stack;
    private static Wire wire;
    private static Http anybody;

    @BeforeAll
    static void start() {
        stack = new BiddingStack();
        wire = stack.wire();
        anybody = Http.anybody(stack);
    }

    @AfterAll
    static void stop() {
        wire.close();
        stack.close();
    }

    @Test
    void words_are_found_in_title_and_description_the_title_first() {
        LotId described =
                listed(
                        wire,
                        "finder",
                        aLot().called("Box")
                                .describedAs("Belongs to three brass lamps.")
                                .closingAt(inMinutes(10))
                                .build());
        LotId titled =
                listed(
                        wire,
                        "finder",
                        aLot().called("Brass lamp, “Art déco”").closingAt(inMinutes(20)).build());
        listed(wire, "finder", aLot().called("Silver lamp").closingAt(inMinutes(5)).build());

        assertThat(found("q=" + url("brass lamp"))).containsExactly(described, titled);
        assertThat(found("sort=relevance&q=" + url("brass lamp")))
                .containsExactly(titled, described);
        assertThat(found("q=" + url("\"art déco\""))).containsExactly(titled);
        assertThat(found("q=" + url("“ART DECO” lamps"))).containsExactly(titled);
        assertThat(found("q=" + url("brass -box"))).containsExactly(titled);
        assertThat(found("q=" + url("box or déco"))).containsExactly(described, titled);
        assertThat(found("q=" + url("'; drop table lot; --"))).isEmpty();
        assertThat(found("q=the")).isEmpty();
        assertThat(found("q=" + url("brass") + "&closesAfter=" + inMinutes(15)))
                .containsExactly(titled);
    }

    @Test
    void text_that_no_index_can_hold_whole_is_listed_all_the_same() {
        String hostile = "\uFDFA".repeat(4_000) + " " + "x".repeat(5_000) + "\u0301";

        LotId lot =
                listed(
                        wire,
                        "hostile",
                        aLot().describedAs(hostile).closingAt(inMinutes(10)).build());

        assertThat(found("seller=hostile&q=clock")).containsExactly(lot);
    }

    @Test
    void filters_and_orders() {
        Instant soon = inMinutes(60);
        LotId open = listed(wire, "sorter", aLot().closingAt(soon).build());
        LotId scheduled =
                listed(
                        wire,
                        "sorter",
                        aLot().openingAt(inMinutes(30)).closingAt(inMinutes(50)).build());
        LotId dutch =
                listed(
                        wire,
                        "sorter",
                        aLot().startingAt(9_000)
                                .in("USD")
                                .as(
                                        new Format.Dutch(
                                                new Money(10),
                                                Duration.ofMinutes(5),
                                                new Money(1_000)))
                                .closingAt(inMinutes(70))
                                .build());
        LotId closed = listed(wire, "sorter", aLot().closingAt(inMinutes(80)).build());
        LotId paused = listed(wire, "sorter", aLot().closingAt(inMinutes(90)).build());
        wire.ask(bid(open, "alice", 500));
        wire.ask(bid(open, "bob", 400));
        wire.ask(bid(closed, "alice", 300));
        wire.ask(hammer(closed));
        wire.ask(new Pause(Commands.id(), paused, new AccountId("op"), "tea", false));

        assertThat(mine("")).containsExactly(scheduled, open, dutch, closed, paused);
        assertThat(mine("&sort=-closing")).containsExactly(paused, closed, dutch, open, scheduled);
        assertThat(mine("&sort=newest")).containsExactly(paused, closed, dutch, scheduled, open);
        assertThat(mine("&sort=-price").getFirst()).isEqualTo(dutch);
        assertThat(mine("&sort=-price").get(1)).isEqualTo(open);
        assertThat(mine("&sort=price").getLast()).isEqualTo(dutch);
        assertThat(mine("&sort=bids").subList(0, 2)).containsExactly(open, closed);
        assertThat(mine("&status=open")).containsExactly(open, dutch);
        assertThat(mine("&status=scheduled")).containsExactly(scheduled);
        assertThat(mine("&status=closed")).containsExactly(closed);
        assertThat(mine("&status=paused")).containsExactly(paused);
        assertThat(mine("&format=dutch")).containsExactly(dutch);
        assertThat(mine("&currency=USD")).containsExactly(dutch);
        assertThat(mine("&minPrice=101&maxPrice=8999")).containsExactly(open);
        assertThat(mine("&closesBefore=" + soon)).containsExactly(scheduled);
        assertThat(mine("&closesAfter=" + soon)).containsExactly(dutch, closed, paused);
        Http sorter = Http.as("sorter", stack, "SELLER");
        assertThat(ids(sorter.get("/api/v1/me/lots?status=closed&seller=finder").json()))
                .containsExactly(closed);
        assertThat(anybody.get("/api/v1/me/lots").status()).isEqualTo(401);
    }

    @Test
    void pages_go_on_where_they_were_while_lots_change() {
        List<LotId> lots = IntStream.range(0, 20).mapToObj(i -> pagerLot(100 + i)).toList();

        JsonNode first = page("limit=7", null);
        String cursor = first.path("cursor").stringValue();
        for (LotId lot : lots) {
            wire.ask(bid(lot, "alice", 5_000));
        }
        wire.ask(hammer(lots.get(9)));
        pagerLot(50);
        LotId later = pagerLot(200);
        JsonNode second = page("limit=7", cursor);
        JsonNode again = page("limit=7", cursor);
        JsonNode third = page("limit=7", second.path("cursor").stringValue());

        List<LotId> seen = new ArrayList<>(ids(first));
        seen.addAll(ids(second));
        seen.addAll(ids(third));
        List<LotId> expected = new ArrayList<>(lots);
        expected.add(later);
        assertThat(seen).isEqualTo(expected);
        assertThat(ids(again)).isEqualTo(ids(second));
        assertThat(third.path("cursor").isNull()).isTrue();
    }

    @Test
    void every_order_can_be_paged_through() {
        for (int i = 0; i < 5; i++) {
            LotId lot =
                    listed(
                            wire,
                            "walker",
                            aLot().called("Walking stick " + i)
                                    .startingAt(100 * (i % 2 + 1))
                                    .closingAt(inMinutes(100 + i % 3))
                                    .build());
            for (int b = 0; b < i % 3; b++) {
                wire.ask(bid(lot, "bidder" + b, 1_000 * (b + 1)));
            }
        }
        for (LotSort sort : LotSort.values()) {
            String query = "/api/v1/lots?seller=walker&q=stick&sort=" + sort.word();
            List<LotId> whole = ids(anybody.get(query).json());
            assertThat(whole).as(sort.word()).hasSize(5).doesNotHaveDuplicates();
            List<LotId> paged = new ArrayList<>();
            String cursor = "";
            do {
                JsonNode page = anybody.get(query + "&limit=2&cursor=" + cursor).json();
                paged.addAll(ids(page));
                cursor = page.path("cursor").asString("");
            } while (!cursor.isEmpty() && paged.size() < 10);
            assertThat(paged).as(sort.word()).isEqualTo(whole);
        }
    }

    @Test
    void a_lot_that_did_not_change_is_not_sent_again() {
        LotId lot = listed(wire, "seller", aLot().closingAt(inMinutes(60)).build());
        String path = "/api/v1/lots/" + lot;
        String etag = anybody.get(path).header("ETag");

        assertThat(etag).isEqualTo("\"2\"");
        assertThat(anybody.get(path, "If-None-Match", etag).status()).isEqualTo(304);
        wire.ask(bid(lot, "alice", 500));
        Http.Answer changed = anybody.get(path, "If-None-Match", etag);
        assertThat(changed.status()).isEqualTo(200);
        assertThat(changed.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void what_is_wrong_is_told_as_a_problem() {
        String newest =
                new Cursor(new Key.Time(Instant.EPOCH), LotId.parse(ANY_LOT)).text("newest");
        Http.Answer answer = anybody.get("/api/v1/lots?status=sold");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.detail())
                .isEqualTo("status: sold (expected: one of scheduled, open, paused, closed)");
        assertRefused("sort=cheap", "sort: cheap (expected: one of closing, -closing, newest,");
        assertRefused("sort=relevance", "sort: relevance without q (expected: q with it)");
        assertRefused("limit=201", "limit: 201 (expected: a whole number, 1 to 200)");
        assertRefused("format=raffle", "format: raffle (expected: one of english,");
        assertRefused("currency=euro", "currency: euro (expected: an ISO 4217 code such as EUR)");
        assertRefused("minPrice=-1", "minPrice: -1 (expected: a whole number, 0 to ");
        assertRefused("closesAfter=now", "closesAfter: now (expected: an ISO 8601 instant");
        assertRefused("cursor=abc", "cursor: abc (expected: the cursor of the page before, with");
        assertRefused("cursor=" + newest, "cursor: " + newest.substring(0, 80) + "… (expected: ");
        String never = "closing +999999999-12-31T23:59:59Z " + UUID.randomUUID();
        String cursor =
                Base64.getUrlEncoder().encodeToString(never.getBytes(StandardCharsets.UTF_8));
        assertRefused("cursor=" + cursor, "cursor: " + cursor.substring(0, 80));
        assertRefused("q=" + "x".repeat(201), "q: xxx");
    }

    private static void assertRefused(String query, String sentence) {
        Http.Answer answer = anybody.get("/api/v1/lots?" + query);
        assertThat(answer.status()).as(query).isEqualTo(400);
        assertThat(answer.detail()).startsWith(sentence);
    }

    private static LotId pagerLot(int minutes) {
        return listed(
                wire, "pager", aLot().startingAt(minutes).closingAt(inMinutes(minutes)).build());
    }

    private static JsonNode page(String query, String cursor) {
        String more = cursor == null ? "" : "&cursor=" + cursor;
        return anybody.get("/api/v1/lots?seller=pager&" + query + more).json();
    }

    private static List<LotId> mine(String query) {
        return found("seller=sorter" + query);
    }

    private static List<LotId> found(String query) {
        return ids(anybody.get("/api/v1/lots?" + query).json());
    }

    private static List<LotId> ids(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false)
                .map(item -> LotId.parse(item.path("id").stringValue()))
                .toList();
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
