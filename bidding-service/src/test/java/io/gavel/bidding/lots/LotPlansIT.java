package io.gavel.bidding.lots;

import static io.gavel.bidding.Commands.bid;
import static io.gavel.bidding.Commands.inMinutes;
import static io.gavel.bidding.Commands.listed;
import static io.gavel.bidding.ListingBuilder.aLot;
import static io.gavel.bidding.store.LotRow.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.Http;
import io.gavel.bidding.Wire;
import io.gavel.bidding.paging.Parameters;
import io.gavel.contracts.lot.LotId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.web.util.UriComponentsBuilder;

/** That PostgreSQL finds lots by indexes, and a bid touches none, with more than 10,000 lots. */
class LotPlansIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static BiddingStack stack;
    private static Wire wire;

    @BeforeAll
    static void start() {
        stack = new BiddingStack();
        wire = stack.wire();
        LotId template = listed(wire, "seller", aLot().closingAt(inMinutes(60)).build());
        ManyLots.like(template, LotSql.MOST_GATHERED + 50, stack);
    }

    @AfterAll
    static void stop() {
        wire.close();
        stack.close();
    }

    static Stream<String> walks() {
        return Stream.of("closing", "-closing", "newest")
                .flatMap(sort ->
                        Stream.of("", "&status=open", "&seller=seller7", "&cursor")
                                .map(filter -> "sort=" + sort + filter));
    }

    static Stream<String> others() {
        return Stream.of(
                "q=word7",
                "q=word7&status=open",
                "q=word7&sort=relevance",
                "q=clock&limit=200",
                "format=english",
                "format=dutch",
                "closesAfter=2026-11-22T14:03:07.412Z",
                "seller=seller7&status=open&format=english",
                "seller=seller7&sort=price",
                "q=word7&sort=bids",
                "status=closed&minPrice=10&maxPrice=120&sort=-price",
                "status=closed&currency=EUR");
    }

    @ParameterizedTest
    @MethodSource("walks")
    void a_walk_goes_along_one_index_and_sorts_nothing(String query) {
        String plan = plan(query);

        assertThat(plan).contains("Index Scan").doesNotContain("Seq Scan", "Sort", "Materialize");
    }

    @ParameterizedTest
    @MethodSource("others")
    void no_search_reads_a_whole_table(String query) {
        assertThat(plan(query)).contains("Index Scan").doesNotContain("Seq Scan");
    }

    @Test
    void more_lots_than_can_be_sorted_are_refused_not_cut_off() {
        Http anybody = Http.anybody(stack);
        for (String query :
                List.of("sort=price", "minPrice=1000000000", "sort=bids&format=english")) {
            Http.Answer answer = anybody.get("/api/v1/lots?" + query);
            assertThat(answer.status()).as(query).isEqualTo(400);
            assertThat(answer.detail()).startsWith("more than 10000 lots for sort ");
        }
        assertThat(anybody.get("/api/v1/lots?sort=price&seller=seller7").json().path("items"))
                .hasSize(50);
    }

    @Test
    void words_that_nearly_every_lot_has_are_found_in_order() {
        Http anybody = Http.anybody(stack);

        var page = anybody.get("/api/v1/lots?q=clock&limit=200").json();

        assertThat(page.path("items")).hasSize(200);
        assertThat(anybody.get("/api/v1/lots?q=clock&sort=relevance").status()).isEqualTo(400);
        String cursor = page.path("cursor").stringValue();
        assertThat(anybody.get("/api/v1/lots?q=clock&cursor=" + cursor).json().path("items"))
                .hasSize(50);
    }

    @Test
    void a_bid_touches_no_index_of_the_lot() {
        LotId lot = listed(wire, "seller", aLot().closingAt(inMinutes(60)).build());
        wire.ask(bid(lot, "alice", 100));
        Updates before = Updates.ofLots(stack);

        for (int i = 1; i <= 20; i++) {
            wire.ask(bid(lot, "bidder" + i % 2, 1_000L * i));
        }

        Updates after =
                await("the statistics of 20 updates")
                        .atMost(PATIENCE)
                        .until(
                                () -> Updates.ofLots(stack),
                                updates -> updates.all() >= before.all() + 20);
        assertThat(after.all() - after.heapOnly()).isEqualTo(before.all() - before.heapOnly());
    }

    /** Updates of rows, and those of them that no index heard of. */
    private record Updates(long all, long heapOnly) {

        static Updates ofLots(BiddingStack stack) {
            return stack.database()
                    .sql(
                            "select n_tup_upd, n_tup_hot_upd from pg_stat_user_tables where"
                                    + " relname = 'lot'")
                    .map(row ->
                            new Updates(
                                    column(row, "n_tup_upd", Long.class),
                                    column(row, "n_tup_hot_upd", Long.class)))
                    .one()
                    .block(PATIENCE);
        }
    }

    private static String plan(String query) {
        String asked = query.replace("cursor", "cursor=" + cursor(query));
        LotQuery read =
                LotQuery.of(
                        new Parameters(
                                UriComponentsBuilder.fromUriString("/?" + asked)
                                        .build()
                                        .getQueryParams()),
                        null);
        LotSql sql = read.gathers() ? LotSql.gathering(read) : LotSql.walking(read);
        return explained(sql.text(), sql.values());
    }

    private static String cursor(String query) {
        return query.endsWith("cursor")
                ? Http.anybody(stack)
                        .get("/api/v1/lots?limit=5&" + query.replace("&cursor", ""))
                        .json()
                        .path("cursor")
                        .stringValue()
                : "";
    }

    private static String explained(String sql, Map<String, Object> values) {
        return String.join(
                "\n",
                stack.database()
                        .sql("explain " + sql)
                        .bindValues(values)
                        .map(row -> row.get(0, String.class))
                        .all()
                        .collectList()
                        .block(PATIENCE));
    }
}
