package io.gavel.systemtests;

import static io.gavel.systemtests.OnTheBlock.number;
import static io.gavel.systemtests.OnTheBlock.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** One lot of each kind, from its listing to its sale, over HTTP alone. */
@Timeout(180)
class FormatsIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    private static final String FAR = Instant.now().plus(Duration.ofDays(2)).toString();

    private static String seller;
    private static String operator;
    private static String alice;
    private static String bob;

    @BeforeAll
    static void signIn() {
        seller = GAVEL.api().token("sam", "SELLER");
        operator = GAVEL.api().token("olga", "OPERATOR");
        alice = GAVEL.api().token("alice", "BIDDER");
        bob = GAVEL.api().token("bob", "BIDDER");
    }

    @Test
    void a_sealed_lot_goes_to_the_highest_bid_at_its_own_amount() {
        String end = Instant.now().plusSeconds(10).toString();
        OnTheBlock lot = listed("sealed-first-price", 100, end, "\"reserve\":300");
        JsonNode first = lot.bid(alice, 500);
        assertThat(number(first, "max")).isEqualTo(500);
        assertThat(first.has("leading")).isFalse();
        lot.accepted(bob, "bids", "\"amount\":900");
        lot.accepted(bob, "bids", "\"amount\":450");
        assertThat(lot.refused(bob, "bids", "\"amount\":99")).isEqualTo("too-low");
        assertThat(lot.types()).containsExactly("listed", "opened", "sealed-bid", "sealed-bid");
        assertThat(lot.log().toString()).doesNotContain(":500,", ":450,", ":900,");
        assertThat(number(lot.now(), "bids")).isEqualTo(2);

        lot.awaitStatus("closed");

        assertThat(lot.types().subList(4, 7)).containsExactly("revealed", "revealed", "closed");
        assertThat(number(lot.log().get(5), "amount")).isEqualTo(450);
        assertSold(lot, 500, "alice");
    }

    @Test
    void a_vickrey_lot_goes_to_the_highest_bid_at_the_amount_of_the_second() {
        OnTheBlock lot = listed("vickrey", 100, FAR, "\"reserve\":null");
        lot.accepted(bob, "bids", "\"amount\":600");
        lot.accepted(alice, "bids", "\"amount\":900");

        lot.accepted(operator, "hammer", "\"reason\":\"all bids are in\"");

        assertSold(lot, 600, "alice");
        assertThat(text(lot.last(), "reason")).isEqualTo("all bids are in");
    }

    @Test
    void a_dutch_lot_goes_to_who_first_accepts_the_price_it_has_fallen_to() {
        String falling = "\"step\":100,\"tick\":\"PT1S\",\"floor\":400";
        OnTheBlock lot = listed("dutch", 1_000, FAR, falling);
        assertThat(lot.refused(alice, "bids", "\"amount\":1000")).isEqualTo("invalid");
        await("a price below 900")
                .atMost(Duration.ofSeconds(10))
                .until(() -> number(lot.now(), "price") <= 800);

        JsonNode decision = lot.accepted(bob, "accept-price", "");

        assertThat(lot.refused(alice, "accept-price", "")).isEqualTo("closed");
        Instant opened = Instant.parse(text(lot.log().get(1), "at"));
        Instant accepted = Instant.parse(text(decision, "at"));
        long fallen = Duration.between(opened, accepted).toSeconds();
        assertSold(lot, Math.max(400, 1_000 - 100 * fallen), "bob");
        assertThat(text(lot.last(), "reason")).isEqualTo("accepted");
    }

    @Test
    void a_lot_can_be_bought_at_once_until_its_offer_ends() {
        String offer = "\"buyNow\":500";
        OnTheBlock bidOn = listed("english", 100, FAR, offer);
        bidOn.accepted(alice, "bids", "\"amount\":150");
        assertThat(bidOn.refused(bob, "buy-now", "")).isEqualTo("not-allowed");

        OnTheBlock lot = listed("english", 100, FAR, offer);
        lot.accepted(bob, "buy-now", "");

        assertThat(lot.refused(alice, "buy-now", "")).isEqualTo("closed");
        assertSold(lot, 500, "bob");
        assertThat(text(lot.last(), "reason")).isEqualTo("buy-now");
    }

    @Test
    void bids_that_are_taken_back_leave_the_lot_to_those_that_remain() {
        OnTheBlock lot = listed("english", 100, FAR, "\"retraction\":true");
        lot.accepted(alice, "bids", "\"amount\":500");
        lot.accepted(bob, "bids", "\"amount\":300");
        assertThat(number(lot.now(), "price")).isEqualTo(325);

        lot.accepted(alice, "retract-bid", "\"reason\":\"a typing error\"");

        assertThat(text(lot.last(), "type")).isEqualTo("bid-retracted");
        assertThat(text(lot.last(), "reason")).isEqualTo("a typing error");
        assertThat(number(lot.now(), "price")).isEqualTo(100);
        lot.accepted(operator, "hammer", "\"reason\":\"fair warning\"");
        assertSold(lot, 100, "bob");
    }

    @Test
    void a_maximum_can_be_lowered_down_to_the_price_without_a_public_trace() {
        OnTheBlock lot = listed("english", 100, FAR, "\"retraction\":false");
        lot.accepted(alice, "bids", "\"amount\":900");
        lot.accepted(bob, "bids", "\"amount\":200");
        int events = lot.log().size();

        assertThat(lot.refused(alice, "lower-max", "\"amount\":224")).isEqualTo("too-low");
        assertThat(lot.refused(bob, "lower-max", "\"amount\":225")).isEqualTo("not-allowed");
        assertThat(number(lot.accepted(alice, "lower-max", "\"amount\":300"), "max"))
                .isEqualTo(300);

        assertThat(lot.log()).hasSize(events);
        assertThat(lot.bid(bob, 400).get("leading").booleanValue()).isTrue();
        lot.accepted(operator, "hammer", "\"reason\":\"fair warning\"");
        assertSold(lot, 325, "bob");
    }

    @Test
    void the_auctioneer_pauses_resumes_extends_and_knocks_down_in_public() {
        OnTheBlock lot = listed("english", 100, FAR, "\"retraction\":false");
        lot.accepted(alice, "bids", "\"amount\":500");
        lot.accepted(operator, "pause", "\"reason\":\"fire alarm\"");
        assertThat(text(lot.now(), "status")).isEqualTo("paused");
        assertThat(lot.refused(bob, "bids", "\"amount\":600")).isEqualTo("paused");
        assertThat(lot.refused(operator, "hammer", "\"reason\":\"now\"")).isEqualTo("paused");
        lot.accepted(operator, "resume", "\"reason\":\"it was a test\"");
        List<JsonNode> log = lot.log();
        JsonNode paused = log.get(log.size() - 2);
        JsonNode resumed = log.getLast();
        assertThat(Duration.between(at(paused, "at"), at(resumed, "at")))
                .isEqualTo(Duration.between(at(paused, "closesAt"), at(resumed, "closesAt")));

        lot.accepted(operator, "extend", "\"minutes\":10,\"reason\":\"a line broke\"");
        assertThat(at(lot.last(), "closesAt"))
                .isEqualTo(at(resumed, "closesAt").plus(Duration.ofMinutes(10)));
        lot.accepted(operator, "hammer", "\"reason\":\"fair warning\"");

        assertSold(lot, 100, "alice");
        assertThat(lot.types())
                .containsExactly(
                        "listed", "opened", "bid", "paused", "resumed", "extended", "closed");
        assertThat(lot.log().subList(3, 7))
                .extracting(event -> text(event, "reason"))
                .containsExactly("fire alarm", "it was a test", "a line broke", "fair warning");
    }

    @Test
    void a_seller_can_cancel_his_lot_before_the_first_bid_and_an_operator_always() {
        OnTheBlock untouched = listed("english", 100, FAR, "\"retraction\":false");
        String mallory = GAVEL.api().token("mallory", "SELLER");
        String why = "{\"reason\":\"lost\"}";
        String cancel = "/api/v1/lots/" + untouched.lot() + "/cancel";
        assertThat(GAVEL.api().post(cancel, mallory, why).status()).isEqualTo(403);
        assertThat(GAVEL.api().post(cancel, alice, why).status()).isEqualTo(403);
        untouched.accepted(seller, "cancel", "\"reason\":\"lost\"");

        OnTheBlock lot = listed("english", 100, FAR, "\"retraction\":false");
        lot.accepted(alice, "bids", "\"amount\":500");
        assertThat(lot.refused(seller, "cancel", "\"reason\":\"lost\"")).isEqualTo("not-allowed");
        lot.accepted(operator, "cancel", "\"reason\":\"a forgery\"");

        for (OnTheBlock each : List.of(untouched, lot)) {
            assertThat(text(each.last(), "outcome")).isEqualTo("cancelled");
            JsonNode sale = each.sale(seller);
            assertThat(text(sale, "state")).isEqualTo("cancelled");
            assertThat(sale.has("buyer")).isFalse();
        }
        assertThat(text(lot.last(), "reason")).isEqualTo("a forgery");
    }

    @Test
    void absentee_bids_are_placed_at_the_opening_in_the_order_they_came() {
        String opensAt = Instant.now().plusSeconds(10).toString();
        OnTheBlock lot =
                listed(
                        "english",
                        100,
                        FAR,
                        "\"opensAt\":\"" + opensAt + "\",\"absenteeBids\":true");
        assertThat(lot.bid(alice, 500).has("leading")).isFalse();
        lot.accepted(bob, "bids", "\"amount\":300");
        assertThat(lot.types()).containsExactly("listed");
        assertThat(number(lot.now(), "bids")).isZero();

        lot.awaitStatus("open");

        assertThat(lot.types()).containsExactly("listed", "opened", "bid", "bid", "auto-bid");
        assertThat(number(lot.now(), "price")).isEqualTo(325);
        lot.accepted(operator, "hammer", "\"reason\":\"fair warning\"");
        assertSold(lot, 325, "alice");
    }

    @Test
    void whom_an_operator_suspends_may_not_bid_until_he_is_reinstated() {
        OnTheBlock lot = listed("english", 100, FAR, "");
        String mallory = GAVEL.api().token("mallory", "BIDDER");
        String operator = GAVEL.api().token("olga", "OPERATOR");
        String path = "/api/v1/bidders/mallory/";
        String reason = "{\"reason\":\"shill bids\"}";

        assertThat(GAVEL.api().post(path + "suspend", mallory, "k1", reason).status())
                .isEqualTo(403);
        Api.Answer suspended = GAVEL.api().post(path + "suspend", operator, "k1", reason);
        assertThat(suspended.status()).as(suspended.text()).isEqualTo(200);
        await("suspended")
                .atMost(Duration.ofSeconds(20))
                .until(() -> text(lot.bid(mallory, 50), "reason").equals("not-allowed"));
        assertThat(GAVEL.api().get("/api/v1/bidders/mallory", operator).text())
                .contains("olga", "shill bids");

        assertThat(GAVEL.api().post(path + "reinstate", operator, "k2", reason).status())
                .isEqualTo(200);
        await("reinstated")
                .atMost(Duration.ofSeconds(20))
                .until(() -> text(lot.bid(mallory, 100), "outcome").equals("accepted"));
    }

    @Test
    void neither_a_suspended_bidder_nor_the_sellers_people_may_bid() {
        OnTheBlock lot = listed("english", 100, FAR, "\"linkedAccounts\":[\"carol\"]");
        String carol = GAVEL.api().token("carol", "BIDDER");
        String eve = GAVEL.api().demoToken(Map.of("user", "eve", "suspended", true));
        assertThat(lot.refused(eve, "bids", "\"amount\":100")).isEqualTo("not-allowed");
        assertThat(lot.refused(carol, "bids", "\"amount\":100")).isEqualTo("own-lot");
        try (Participant inFrames = GAVEL.api().join(eve)) {
            assertThat(text(inFrames.bid(lot.lot(), 100), "reason")).isEqualTo("not-allowed");
        }
        String linked =
                GAVEL.api()
                        .demoToken(
                                Map.of(
                                        "user", "sue",
                                        "roles", List.of("SELLER"),
                                        "linkedAccounts", List.of("dave")));
        OnTheBlock other =
                new OnTheBlock(GAVEL.api(), GAVEL.list(linked, body("english", 100, FAR, "")));
        String dave = GAVEL.api().token("dave", "BIDDER");
        assertThat(other.refused(dave, "bids", "\"amount\":100")).isEqualTo("own-lot");
        assertThat(other.log().toString()).doesNotContain("dave");
    }

    @Test
    void a_command_that_comes_again_gets_its_first_decision() {
        OnTheBlock lot = listed("english", 100, FAR, "\"buyNow\":500");
        String id = UUID.randomUUID().toString();
        String path = "/api/v1/lots/" + lot.lot() + "/buy-now";
        Api.Answer first = GAVEL.api().post(path, bob, "{\"id\":\"" + id + "\"}");
        Api.Answer again = GAVEL.api().post(path, bob, "{\"id\":\"" + id + "\"}");
        assertThat(first.status()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(GAVEL.api().get("/api/v1/bids/" + id, bob).text()).isEqualTo(first.text());
    }

    private static void assertSold(OnTheBlock lot, long hammer, String buyer) {
        JsonNode closed = lot.last();
        assertThat(text(closed, "type")).isEqualTo("closed");
        assertThat(text(closed, "outcome")).isEqualTo("sold");
        assertThat(number(closed, "hammer")).isEqualTo(hammer);
        JsonNode sale = lot.sale(seller);
        assertThat(text(sale, "state")).isIn("awaiting-payment", "paid");
        assertThat(number(sale, "hammer")).isEqualTo(hammer);
        assertThat(text(sale, "buyer")).isEqualTo(buyer);
        assertThat(number(sale, "winner")).isEqualTo(number(closed, "winner"));
        assertThat(lot.log().toString()).doesNotContain("alice", "bob");
    }

    private static OnTheBlock listed(String format, long start, String closesAt, String more) {
        String id = GAVEL.list(seller, body(format, start, closesAt, more));
        return new OnTheBlock(GAVEL.api(), id);
    }

    private static String body(String format, long start, String closesAt, String more) {
        return """
        {"title":"A clock","format":"%s","currency":"EUR","startingPrice":%d,"closesAt":"%s"%s}\
        """
                .formatted(format, start, closesAt, more.isEmpty() ? "" : "," + more);
    }

    private static Instant at(JsonNode event, String field) {
        return Instant.parse(text(event, field));
    }
}
