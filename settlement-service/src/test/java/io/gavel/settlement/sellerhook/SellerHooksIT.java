package io.gavel.settlement.sellerhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.Database;
import io.gavel.settlement.fixture.LotOnStage;
import io.gavel.settlement.fixture.RunningSettlement;
import io.gavel.settlement.fixture.SettlementTables;
import io.gavel.settlement.fixture.Tokens;
import io.gavel.settlement.fixture.Wire;
import io.gavel.testkit.Servers;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** From the hammer to the seller's server and people's mail, with all that is between. */
class SellerHooksIT {

    private static final String KAFKA = Servers.kafka().bootstrapServers();
    private static final Database DATABASE = Servers.postgres().freshDatabase("settlement");
    private static final SettlementTables TABLES = new SettlementTables(DATABASE);
    private static final String OLGA = Tokens.of("olga", "OPERATOR");
    private static final String BOB = Tokens.of("bob", "SELLER");
    private static final String SAM = Tokens.of("sam", "SELLER");
    private static final String HOOKS = "/api/v1/me/webhooks";
    @TempDir static Path mails;
    private static RunningSettlement settlement;
    private static Wire wire;

    private final HookReceiver receiver = new HookReceiver();

    @BeforeAll
    static void start() {
        settlement =
                RunningSettlement.start(
                        DATABASE,
                        KAFKA,
                        "--gavel.webhook.keys=a2V5IG9mIHRoZSB0ZXN0LCAzMiBieXRlcyBsb25nISE=",
                        "--gavel.webhook.permitted-networks=127.0.0.0/8",
                        "--gavel.webhook.plain-http=true",
                        "--gavel.webhook.ports=0",
                        "--gavel.webhook.answer-limit=500ms",
                        "--gavel.outbox.pause=10ms",
                        "--gavel.outbox.retries=20ms,20ms,20ms",
                        "--gavel.mail.transport=files",
                        "--gavel.mail.folder=" + mails,
                        "--gavel.mail.demo-domain=example.test");
        wire = new Wire(KAFKA);
    }

    @AfterAll
    static void stop() {
        wire.close();
        settlement.close();
    }

    @AfterEach
    void removeAll() {
        for (String token : List.of(BOB, SAM)) {
            json(settlement.get(HOOKS, token))
                    .required("items")
                    .forEach(hook ->
                            settlement.tell(
                                    "DELETE",
                                    HOOKS + "/" + hook.required("id").stringValue(),
                                    token,
                                    ""));
        }
        receiver.close();
    }

    @Test
    void a_seller_is_told_of_each_state_of_his_sale_with_a_signature() throws IOException {
        JsonNode hook = add(BOB, receiver.url(), "");
        add(SAM, receiver.url() + "/of-another", "");
        LotOnStage lot = LotOnStage.longOpen();

        sell(lot);
        decline(lot);
        pay(lot);

        List<HookReceiver.Came> came =
                receiver.await(
                        2,
                        it -> it.json().at("/data/lot").asString("").equals(lot.id().toString()));
        assertThat(came)
                .hasSize(2)
                .allMatch(it -> it.isSignedWith(hook.required("secret").stringValue()))
                .extracting(HookReceiver.Came::type)
                .containsExactlyInAnyOrder("sale.awaiting-payment", "sale.paid");
        assertThat(came)
                .extracting(it -> it.json().at("/data/revision").intValue())
                .containsExactlyInAnyOrder(1, 3);
        assertThat(came)
                .allSatisfy(it ->
                        assertThat(new String(it.body(), UTF_8))
                                .contains("\"currency\":\"EUR\"")
                                .doesNotContain("alice"));
        assertMail("won", "To: alice@example.test", ".pdf");
        assertMail("paid", "To: alice@example.test", "15.50 EUR");
        assertMail("statement", "To: bob@example.test", ".pdf");
        assertThat(
                        TABLES.count(
                                "select count(*) from seller_hook where ?::uuid is not null and"
                                        + " secret like '%whsec%'",
                                lot.id()))
                .isZero();
    }

    @Test
    void what_fails_is_sent_again_with_the_same_id_and_each_attempt_can_be_seen() {
        receiver.next(HookReceiver.status(500), receiver.redirect(), receiver.silence());
        JsonNode hook = add(BOB, receiver.url(), "");
        ping(hook, 202);

        List<HookReceiver.Came> came = receiver.await(4, it -> true);

        assertThat(came)
                .hasSize(4)
                .extracting(HookReceiver.Came::id)
                .containsOnly(came.getFirst().id());
        JsonNode delivery = awaitDelivery(hook, "delivered");
        assertThat(delivery.required("webhookId").stringValue()).isEqualTo(came.getFirst().id());
        assertThat(delivery.required("attempts").values())
                .extracting(attempt -> attempt.required("outcome").stringValue())
                .containsExactly("500", "307", "timeout", "200");

        again(hook, delivery);
        assertThat(receiver.await(5, it -> true))
                .extracting(HookReceiver.Came::id)
                .containsOnly(came.getFirst().id());
    }

    @Test
    void what_fails_for_all_its_attempts_is_given_up() {
        receiver.next(
                Stream.generate(() -> HookReceiver.status(503))
                        .limit(4)
                        .toArray(HookReceiver.Answer[]::new));
        JsonNode hook = add(BOB, receiver.url(), "");
        ping(hook, 202);

        assertThat(awaitDelivery(hook, "given-up").required("attempts")).hasSize(4);
        assertThat(json(settlement.get(path(hook), BOB)).has("failingSince")).isTrue();
    }

    @Test
    void who_says_410_is_told_nothing_more_until_its_seller_enables_it() {
        receiver.next(HookReceiver.status(410));
        JsonNode hook = add(BOB, receiver.url(), "");
        ping(hook, 202);
        JsonNode delivery = awaitDelivery(hook, "given-up");

        assertThat(json(settlement.get(path(hook), BOB)).required("state").stringValue())
                .isEqualTo("gone");
        ping(hook, 409);
        settlement.post(path(hook) + "/enable", BOB, null, "");
        again(hook, delivery);
        receiver.await(2, it -> true);
    }

    @Test
    void who_failed_for_too_long_is_disabled() {
        JsonNode hook = add(BOB, receiver.url(), "");
        TABLES.execute("update seller_hook set failing_since = '2020-01-01Z'");
        receiver.next(HookReceiver.status(500));
        ping(hook, 202);

        awaitDelivery(hook, "given-up");
        assertThat(json(settlement.get(path(hook), BOB)).required("state").stringValue())
                .isEqualTo("failing");
    }

    @Test
    void while_a_secret_is_changed_the_old_one_signs_too() {
        JsonNode hook = add(BOB, receiver.url(), "");
        JsonNode changed = json(settlement.post(path(hook) + "/rotate", BOB, null, ""));
        ping(hook, 202);

        HookReceiver.Came came = receiver.await(1, it -> true).getFirst();
        assertThat(came.isSignedWith(hook.required("secret").stringValue())).isTrue();
        assertThat(came.isSignedWith(changed.required("secret").stringValue())).isTrue();
        assertThat(changed.required("secret")).isNotEqualTo(hook.required("secret"));
        assertThat(settlement.get(path(hook), BOB).body()).doesNotContain("whsec_");
    }

    @Test
    void a_secret_that_is_changed_twice_within_the_day_leaves_the_first_one_signing() {
        JsonNode hook = add(BOB, receiver.url(), "");
        JsonNode lost = json(settlement.post(path(hook) + "/rotate", BOB, null, ""));
        JsonNode changed = json(settlement.post(path(hook) + "/rotate", BOB, null, ""));
        ping(hook, 202);

        HookReceiver.Came came = receiver.await(1, it -> true).getFirst();
        assertThat(came.isSignedWith(hook.required("secret").stringValue())).isTrue();
        assertThat(came.isSignedWith(changed.required("secret").stringValue())).isTrue();
        assertThat(came.isSignedWith(lost.required("secret").stringValue())).isFalse();
        assertThat(changed.required("oldSecretUntil")).isEqualTo(lost.required("oldSecretUntil"));
    }

    @Test
    void a_secret_whose_day_is_over_makes_way_for_the_next() {
        JsonNode hook = add(BOB, receiver.url(), "");
        JsonNode second = json(settlement.post(path(hook) + "/rotate", BOB, null, ""));
        TABLES.execute("update seller_hook set old_secret_until = '2020-01-01Z'");
        JsonNode third = json(settlement.post(path(hook) + "/rotate", BOB, null, ""));
        ping(hook, 202);

        HookReceiver.Came came = receiver.await(1, it -> true).getFirst();
        assertThat(came.isSignedWith(hook.required("secret").stringValue())).isFalse();
        assertThat(came.isSignedWith(second.required("secret").stringValue())).isTrue();
        assertThat(came.isSignedWith(third.required("secret").stringValue())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "+1000000000-12-31T23:59:59Z", "-1000000000-01-01T00:00:00Z"})
    void a_cursor_that_nobody_was_given_is_a_bad_request(String time) {
        JsonNode hook = add(BOB, receiver.url(), "");
        String cursor = URLEncoder.encode(time + "," + UUID.randomUUID(), UTF_8);

        HttpResponse<String> answer =
                settlement.get(path(hook) + "/deliveries?cursor=" + cursor, BOB);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("cursor: not one");
    }

    @Test
    void a_seller_has_his_own_and_at_most_five() {
        JsonNode hook = add(BOB, receiver.url(), "\"sale.paid\"");
        for (String path : List.of(path(hook), path(hook) + "/deliveries")) {
            assertThat(settlement.get(path, SAM).statusCode()).isEqualTo(404);
            assertThat(settlement.get(path, BOB).statusCode()).isEqualTo(200);
        }
        assertThat(settlement.tell("DELETE", path(hook), SAM, "").statusCode()).isEqualTo(404);
        assertThat(settlement.post(path(hook) + "/rotate", SAM, null, "").statusCode())
                .isEqualTo(404);
        assertThat(json(settlement.get(HOOKS, SAM)).required("items")).isEmpty();
        for (int more = 1; more < 5; more++) {
            add(BOB, receiver.url(), "");
        }
        assertThat(ask(BOB, receiver.url(), "").body()).contains("at most 5");
        assertThat(settlement.tell("DELETE", path(hook), BOB, "").statusCode()).isEqualTo(204);
        add(BOB, receiver.url(), "");
        assertThat(ask(Tokens.of("alice", "BIDDER"), receiver.url(), "").statusCode())
                .isEqualTo(403);
        assertThat(ask(BOB, receiver.url(), "\"sale.lost\"").body()).contains("events: another");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://[::1]/",
                "https://[fd00:ec2::254]/",
                "https://[::ffff:10.0.0.1]/",
                "https://2130706433/",
                "https://bob@127.0.0.1/",
                "https://nowhere.invalid/",
                "ftp://127.0.0.1/"
            })
    void what_is_not_public_is_not_taken(String url) {
        HttpResponse<String> answer = ask(BOB, url, "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("url: ", "expected: ");
    }

    @Test
    void people_say_where_they_get_mail_or_whoever_knows_them_does() {
        String email = "/api/v1/me/email";
        String carol = Tokens.of("carol", "BIDDER");
        assertThat(settlement.get(email, carol).statusCode()).isEqualTo(404);
        assertThat(settlement.tell("PUT", email, carol, "{}").statusCode()).isEqualTo(400);
        assertThat(
                        settlement
                                .tell(
                                        "PUT",
                                        email,
                                        carol,
                                        "{\"address\":\"a@b.example\\nBcc: c@d.example\"}")
                                .statusCode())
                .isEqualTo(400);
        assertThat(settlement.tell("PUT", email, carol, "{\"address\":\"c@b.example\"}").body())
                .isEqualTo("{\"address\":\"c@b.example\"}");
        assertThat(settlement.get(email, carol).body()).contains("c@b.example");
        assertThat(settlement.tell("DELETE", email, carol, "").statusCode()).isEqualTo(204);
        assertThat(settlement.get(email, carol).statusCode()).isEqualTo(404);

        String dave = Tokens.vouchedFor("dave", "dave@example.org");
        assertThat(settlement.tell("PUT", email, dave, "{}").body()).contains("dave@example.org");
        assertThat(
                        settlement
                                .tell("PUT", email, dave, "{\"address\":\"x@y.example\"}")
                                .statusCode())
                .isEqualTo(409);
    }

    /** To Alice at 15.50. */
    private static void sell(LotOnStage lot) {
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.listed());
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.bid(1, 1_550));
        wire.send(Topics.DECISIONS, lot.id(), lot.decision("alice", 1, 9_999));
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.sold());
        TABLES.awaitCount(1, "select count(*) from sale where lot = ?", lot.id());
    }

    /** A step that leaves the sale in its state. */
    private static void decline(LotOnStage lot) {
        String sale = "/api/v1/sales/" + lot.id();
        String charge = json(settlement.get(sale, OLGA)).at("/charges/0/charge").stringValue();
        String body = "{\"charge\":\"" + charge + "\",\"reason\":\"no cover\"}";
        assertThat(settlement.post(sale + "/declined-payments", OLGA, "d", body).statusCode())
                .isEqualTo(200);
    }

    private static void pay(LotOnStage lot) {
        String sale = "/api/v1/sales/" + lot.id();
        JsonNode seen = json(settlement.get(sale, OLGA));
        String body =
                "{\"charge\":\"%s\",\"amount\":%s,\"reference\":\"7\"}"
                        .formatted(
                                seen.at("/charges/0/charge").stringValue(), seen.required("total"));
        assertThat(settlement.post(sale + "/payments", OLGA, "k", body).statusCode())
                .isEqualTo(200);
    }

    private static void assertMail(String what, String... parts) throws IOException {
        Path mail =
                Awaitility.await("mail " + what)
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> mail(what), Objects::nonNull);
        assertThat(Files.readString(mail)).contains(parts);
    }

    private static @Nullable Path mail(String what) throws IOException {
        try (Stream<Path> files = Files.list(mails)) {
            return files.filter(file -> file.getFileName().toString().matches(what + "-.*\\.eml"))
                    .findFirst()
                    .orElse(null);
        }
    }

    private static HttpResponse<String> ask(String token, String url, String events) {
        return settlement.post(
                HOOKS, token, null, "{\"url\":\"" + url + "\",\"events\":[" + events + "]}");
    }

    private static JsonNode add(String token, String url, String events) {
        HttpResponse<String> answer = ask(token, url, events);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        JsonNode hook = json(answer);
        assertThat(answer.headers().firstValue("Location")).contains(path(hook));
        return hook;
    }

    private static void ping(JsonNode hook, int status) {
        assertThat(settlement.post(path(hook) + "/test", BOB, null, "").statusCode())
                .isEqualTo(status);
    }

    private static void again(JsonNode hook, JsonNode delivery) {
        String id = delivery.required("id").stringValue();
        HttpResponse<String> answer =
                settlement.post(path(hook) + "/deliveries/" + id + "/redeliver", BOB, null, "");
        assertThat(answer.statusCode()).isEqualTo(202);
    }

    private static JsonNode awaitDelivery(JsonNode hook, String state) {
        return Awaitility.await("delivery " + state)
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> json(settlement.get(path(hook) + "/deliveries", BOB)).at("/items/0"),
                        delivery -> delivery.path("state").asString("").equals(state));
    }

    private static String path(JsonNode hook) {
        return HOOKS + "/" + UUID.fromString(hook.required("id").stringValue());
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.tree(answer.body().getBytes(UTF_8));
    }
}
