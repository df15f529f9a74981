package io.gavel.bidding.bids;

import static io.gavel.bidding.Commands.bid;
import static io.gavel.bidding.Commands.hammer;
import static io.gavel.bidding.Commands.inMinutes;
import static io.gavel.bidding.Commands.listed;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.Http;
import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Wire;
import io.gavel.bidding.lots.ManyLots;
import io.gavel.bidding.paging.Parameters;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

class OwnBidsIT {

    private static BiddingStack stack;
    private static Wire wire;

    @BeforeAll
    static void start() {
        stack = new BiddingStack();
        wire = stack.wire();
    }

    @AfterAll
    static void stop() {
        wire.close();
        stack.close();
    }

    @Test
    void a_bidder_sees_where_he_stands_on_each_lot() {
        LotId led = lot(10, aLot());
        LotId outbid = lot(20, aLot());
        LotId won = lot(30, aLot());
        LotId lost = lot(40, aLot());
        LotId unsold = lot(50, aLot().withReserve(90_000));
        LotId sealed = lot(60, aLot().as(new Format.SealedFirstPrice()));
        LotId waiting = lot(70, aLot().withAbsenteeBids().openingAt(inMinutes(5)));
        for (LotId lot : List.of(led, outbid, won, lost, unsold, sealed, waiting)) {
            wire.ask(bid(lot, "alice", 500));
        }
        wire.ask(bid(outbid, "bob", 900));
        wire.ask(bid(lost, "bob", 900));
        for (LotId lot : List.of(won, lost, unsold)) {
            wire.ask(hammer(lot));
        }

        assertThat(standings("alice", ""))
                .containsExactly(
                        Map.entry(waiting, "placed"),
                        Map.entry(sealed, "placed"),
                        Map.entry(unsold, "lost"),
                        Map.entry(lost, "lost"),
                        Map.entry(won, "won"),
                        Map.entry(outbid, "outbid"),
                        Map.entry(led, "leading"));
        assertThat(standings("alice", "standing=leading"))
                .containsExactly(Map.entry(led, "leading"));
        assertThat(standings("alice", "standing=placed")).hasSize(2);
        assertThat(standings("alice", "standing=lost&status=closed")).hasSize(2);
        assertThat(standings("alice", "standing=won&status=open")).isEmpty();
        assertThat(standings("alice", "status=scheduled"))
                .containsExactly(Map.entry(waiting, "placed"));
        assertThat(standings("bob", "standing=won")).containsExactly(Map.entry(lost, "won"));

        wire.ask(hammer(sealed));
        assertThat(standings("alice", "standing=won").getFirst())
                .isEqualTo(Map.entry(sealed, "won"));
        JsonNode first = mine("alice", "standing=leading").json().path("items").get(0);
        assertThat(first.path("max").longValue()).isEqualTo(500);
        assertThat(first.path("status").stringValue()).isEqualTo("open");
    }

    @Test
    void pages_go_on_where_they_were_while_lots_change() {
        List<LotId> lots = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            lots.addFirst(lot(100 + i, aLot()));
            wire.ask(bid(lots.getFirst(), "carol", 500));
        }

        JsonNode first = mine("carol", "limit=3").json();
        String cursor = first.path("cursor").stringValue();
        lots.forEach(lot -> wire.ask(bid(lot, "bob", 900)));
        wire.ask(hammer(lots.get(4)));
        wire.ask(bid(lot(300, aLot()), "carol", 500));
        JsonNode second = mine("carol", "limit=3&cursor=" + cursor).json();
        JsonNode third =
                mine("carol", "limit=3&cursor=" + second.path("cursor").stringValue()).json();

        List<LotId> seen = new ArrayList<>(ids(first));
        seen.addAll(ids(second));
        seen.addAll(ids(third));
        assertThat(seen).isEqualTo(lots);
        assertThat(third.path("cursor").isNull()).isTrue();
    }

    @Test
    void what_is_wrong_is_told() {
        assertThat(mine("alice", "standing=ahead").detail())
                .isEqualTo("standing: ahead (expected: one of placed, leading, outbid, won, lost)");
        assertThat(mine("alice", "limit=0").detail())
                .isEqualTo("limit: 0 (expected: a whole number, 1 to 200)");
        assertThat(mine("alice", "cursor=x").status()).isEqualTo(400);
        assertThat(Http.anybody(stack).get("/api/v1/me/bids").status()).isEqualTo(401);
    }

    @Test
    void a_bidders_lots_are_found_by_indexes_among_many() {
        ManyLots.like(lot(60, aLot()), 10_000, stack);
        LinkedMultiValueMap<String, String> asked = new LinkedMultiValueMap<>();
        asked.add("standing", "leading");
        asked.add("status", "open");
        Map<String, Object> values = new HashMap<>(Map.of("account", "collector", "limit", 51));
        String sql = OwnBids.sql(OwnBidsQuery.of(new Parameters(asked)), values);

        List<String> plan =
                stack.database()
                        .sql("explain " + sql)
                        .bindValues(values)
                        .map(row -> row.get(0, String.class))
                        .all()
                        .collectList()
                        .block(Duration.ofSeconds(20));

        assertThat(String.join("\n", plan)).contains("Index Scan").doesNotContain("Seq Scan");
        assertThat(standings("collector", "standing=leading")).isNotEmpty();
    }

    private static LotId lot(int minutes, ListingBuilder listing) {
        return listed(wire, "seller", listing.closingAt(inMinutes(minutes)).build());
    }

    private static Http.Answer mine(String account, String query) {
        return Http.as(account, stack, "BIDDER").get("/api/v1/me/bids?" + query);
    }

    private static List<Map.Entry<LotId, String>> standings(String account, String query) {
        return items(mine(account, query).json()).stream()
                .map(item -> Map.entry(id(item), item.path("standing").stringValue()))
                .toList();
    }

    private static List<LotId> ids(JsonNode page) {
        return items(page).stream().map(OwnBidsIT::id).toList();
    }

    private static LotId id(JsonNode item) {
        return LotId.parse(item.path("lot").stringValue());
    }

    private static List<JsonNode> items(JsonNode page) {
        return StreamSupport.stream(page.path("items").spliterator(), false).toList();
    }
}
