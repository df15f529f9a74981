package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** From the hammer to the money, through the gateway. */
@Timeout(120)
class SaleStoryIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    private static final List<String> OF_OPERATORS =
            List.of("/api/v1/sales", "/api/v1/sales.csv", "/api/v1/strikes", "/api/v1/attention");

    @Test
    void what_a_winner_owes_is_collected_and_reaches_all_who_watch() {
        String operator = GAVEL.api().token("olga", "OPERATOR");
        String alice = GAVEL.api().token("alice", "BIDDER");
        String seller = GAVEL.api().token("sam", "SELLER");
        OnTheBlock lot = listed();
        try (WebhookReceiver told = WebhookReceiver.of(GAVEL.api(), seller);
                Participant spectator = GAVEL.api().join(null);
                Participant buyer = GAVEL.api().join(alice)) {
            spectator.watchAfter(lot.lot(), 0);
            knockDown(lot, spectator, alice, operator);

            JsonNode seen = spectator.await("sale", of("paid", lot)).json();
            assertThat(seen.has("private")).isFalse();
            assertThat(
                            buyer.await("sale", of("paid", lot))
                                    .json()
                                    .at("/private/role")
                                    .stringValue())
                    .isEqualTo("buyer");
            told.awaitSigned("sale.paid", lot.lot());
        }
        assertThat(GAVEL.api().get("/api/v1/me/webhooks", seller).text()).contains("[]");
        String address = "{\"address\":\"alice@example.test\"}";
        assertThat(GAVEL.api().put("/api/v1/me/email", alice, address).text()).isEqualTo(address);
        awaitMail("statement-.*\\.eml", lot.lot());
        assertDocuments(lot, alice);
        JsonNode charge = lot.sale(alice).at("/charges/0");
        assertThat(charge.required("status").stringValue()).isEqualTo("taken");
        assertThat(GAVEL.sandbox("/admin/charges"))
                .containsOnlyOnce(charge.required("charge").stringValue());
        assertThat(GAVEL.settlement("/actuator/prometheus"))
                .as("webhooks come through the gateway, and their signatures are good")
                .containsPattern("gavel_payments_webhooks_total\\{.*result=\"taken\".*} [1-9]")
                .doesNotContainPattern("gavel_payments_webhooks_total\\{.*result=\"forged\"");
        for (String path : OF_OPERATORS) {
            assertThat(GAVEL.api().get(path, operator).status()).as(path).isEqualTo(200);
            assertThat(GAVEL.api().get(path, alice).status()).as(path).isEqualTo(403);
        }
    }

    /** In the folder in which the local stack keeps what would be sent. */
    private static void awaitMail(String name, String lot) {
        Path folder = GAVEL.data().resolve("mail");
        Awaitility.await("mail of lot " + lot)
                .atMost(Duration.ofSeconds(30))
                .until(() -> {
                    try (Stream<Path> mails = Files.list(folder)) {
                        return mails.filter(it -> it.getFileName().toString().matches(name))
                                .anyMatch(it -> text(it).contains(lot));
                    }
                });
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_lot_that_nobody_wanted_comes_up_again_once() {
        String seller = GAVEL.api().token("sam", "SELLER");
        String operator = GAVEL.api().token("olga", "OPERATOR");
        OnTheBlock lot =
                new OnTheBlock(
                        GAVEL.api(),
                        GAVEL.list(
                                seller,
                                Instant.now().plusSeconds(3_600),
                                Map.of("reserve", "5000")));
        String path = "/api/v1/sales/" + lot.lot() + "/relist";
        String again =
                "{\"closesAt\":\"" + Instant.now().plusSeconds(7_200) + "\",\"startingPrice\":50}";
        lot.accepted(operator, "hammer", "\"reason\":\"passed\"");
        assertThat(lot.sale(seller).required("state").stringValue()).isEqualTo("unsold");

        assertThat(GAVEL.api().post(path, seller, "k0", "{}").text()).contains("closesAt");
        String mallory = GAVEL.api().token("mallory", "SELLER");
        assertThat(GAVEL.api().post(path, mallory, "k1", again).status()).isEqualTo(404);
        Api.Answer listed = GAVEL.api().post(path, seller, "k1", again);
        assertThat(listed.status()).as(listed.text()).isEqualTo(201);
        String next = listed.json().required("id").stringValue();
        for (String key : List.of("k1", "k2")) {
            Api.Answer repeated = GAVEL.api().post(path, operator, key, again);
            assertThat(repeated.status()).as(repeated.text()).isEqualTo(200);
            assertThat(repeated.json().required("id").stringValue()).isEqualTo(next);
        }

        assertThat(lot.sale(seller).required("relistedAs").stringValue()).isEqualTo(next);
        JsonNode now = new OnTheBlock(GAVEL.api(), next).now();
        assertThat(now.required("title").stringValue()).isEqualTo("A clock");
        assertThat(now.required("status").stringValue()).isEqualTo("open");
        assertThat(now.required("startingPrice").longValue()).isEqualTo(50);
        assertThat(now.required("reserve").stringValue()).isEqualTo("none");
        assertThat(now.required("seller").stringValue()).isEqualTo("sam");
    }

    @Test
    void whom_the_lot_is_offered_to_is_told_in_a_frame_and_nobody_else_learns_it()
            throws SQLException {
        String seller = GAVEL.api().token("sam", "SELLER");
        String operator = GAVEL.api().token("olga", "OPERATOR");
        OnTheBlock lot =
                new OnTheBlock(
                        GAVEL.api(),
                        GAVEL.list(seller, Instant.now().plusSeconds(3_600), Map.of()));
        lot.accepted(GAVEL.api().token("carol", "BIDDER"), "bids", "\"amount\":500");
        String winner = GAVEL.api().token("fault-decline-2", "BIDDER");
        lot.accepted(winner, "bids", "\"amount\":900");
        lot.accepted(operator, "hammer", "\"reason\":\"fair warning\"");
        awaitDeclined(lot, winner, 0);
        try (Participant spectator = GAVEL.api().join(null);
                Participant carol =
                        GAVEL.elsewhere().join(GAVEL.elsewhere().token("carol", "BIDDER"))) {
            spectator.watchAfter(lot.lot(), 0);
            letDeadlinePass(lot.lot());
            spectator.await("sale", of("defaulted", lot));
            letDeadlinePass(lot.lot());

            JsonNode offered = carol.await("sale", of("offered", lot)).json();
            assertThat(offered.at("/private/role").stringValue()).isEqualTo("underbidder");
            assertThat(offered.at("/private/offer/price").longValue()).isEqualTo(500);
            assertThat(spectator.await("sale", of("offered", lot)).json().has("private")).isFalse();
        }
    }

    private static void letDeadlinePass(String lot) throws SQLException {
        try (Connection database =
                        DriverManager.getConnection(
                                GAVEL.stack().jdbcUrl("settlement"), "postgres", "postgres");
                Statement statement = database.createStatement()) {
            statement.execute(
                    """
                    update sale set deadline_at = now(), detail = replace(replace(detail,
                        '"due":"20', '"due":"19'), '"offersFrom":"20', '"offersFrom":"19')
                    where lot = '%s'
                    """
                            .formatted(lot));
        }
    }

    @Test
    void what_is_declined_is_tried_again_and_written_down_when_it_comes_otherwise() {
        String operator = GAVEL.api().token("olga", "OPERATOR");
        String dora = GAVEL.api().token("fault-decline-1", "BIDDER");
        OnTheBlock lot = listed();
        try (Participant spectator = GAVEL.api().join(null)) {
            spectator.watchAfter(lot.lot(), 0);
            knockDown(lot, spectator, dora, operator);
            awaitDeclined(lot, dora, 0);
            String path = "/api/v1/sales/" + lot.lot();

            assertThat(GAVEL.api().post(path + "/pay", dora, "again", "{}").status())
                    .isEqualTo(200);
            awaitDeclined(lot, dora, 1);
            Api.Answer paid =
                    GAVEL.api()
                            .post(
                                    path + "/payments",
                                    operator,
                                    "transfer-7",
                                    "{\"charge\":\"%s\",\"amount\":%s,\"reference\":\"7\"}"
                                            .formatted(
                                                    lot.sale(dora)
                                                            .at("/charges/1/charge")
                                                            .stringValue(),
                                                    lot.sale(dora).required("total")));
            assertThat(paid.status()).as(paid.text()).isEqualTo(200);
            spectator.await("sale", of("paid", lot));
        }
        assertThat(GAVEL.api().get("/api/v1/sales?state=paid", operator).text())
                .contains(lot.lot());
    }

    private static OnTheBlock listed() {
        String seller = GAVEL.api().token("sam", "SELLER");
        return new OnTheBlock(
                GAVEL.api(), GAVEL.list(seller, Instant.now().plusSeconds(3_600), Map.of()));
    }

    private static void knockDown(
            OnTheBlock lot, Participant spectator, String bidder, String operator) {
        spectator.awaitEvent(lot.lot(), "opened");
        lot.accepted(bidder, "bids", "\"amount\":500");
        lot.accepted(operator, "hammer", "\"reason\":\"fair warning\"");
    }

    private static void awaitDeclined(OnTheBlock lot, String debtor, int number) {
        Awaitility.await("charge " + number + " of " + lot.lot() + " to be declined")
                .atMost(Duration.ofSeconds(20))
                .until(() ->
                        lot.sale(debtor)
                                .at("/charges/" + number + "/status")
                                .asString("")
                                .equals("declined"));
    }

    private static void assertDocuments(OnTheBlock lot, String alice) {
        String name = lot.sale(alice).at("/documents/0/name").stringValue();
        String path = "/api/v1/sales/" + lot.lot() + "/documents/" + name;
        assertThat(GAVEL.api().get(path + ".html", alice).text()).contains("Invoice " + name);
        assertThat(GAVEL.api().get(path + ".pdf", alice).text()).startsWith("%PDF-");
        assertThat(GAVEL.api().get(path + ".pdf", null).status()).isEqualTo(401);
    }

    private static Predicate<JsonNode> of(String state, OnTheBlock lot) {
        return frame ->
                frame.path("lot").asString("").equals(lot.lot())
                        && frame.path("state").asString("").equals(state);
    }
}
