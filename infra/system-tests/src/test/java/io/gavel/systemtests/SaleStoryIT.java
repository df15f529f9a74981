package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
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

    @Test
    void what_an_operator_writes_down_reaches_all_who_watch() {
        String seller = GAVEL.api().token("sam", "SELLER");
        String operator = GAVEL.api().token("olga", "OPERATOR");
        String alice = GAVEL.api().token("alice", "BIDDER");
        OnTheBlock lot =
                new OnTheBlock(
                        GAVEL.api(),
                        GAVEL.list(seller, Instant.now().plusSeconds(3_600), Map.of()));
        try (WebhookReceiver told = WebhookReceiver.of(GAVEL.api(), seller);
                Participant spectator = GAVEL.api().join(null);
                Participant buyer = GAVEL.api().join(alice)) {
            spectator.watchAfter(lot.lot(), 0);
            spectator.awaitEvent(lot.lot(), "opened");
            lot.accepted(alice, "bids", "\"amount\":500");
            lot.accepted(operator, "hammer", "\"reason\":\"fair warning\"");
            buyer.await("sale", of("awaiting-payment", lot));
            JsonNode sale = lot.sale(operator);
            String path = "/api/v1/sales/" + lot.lot();

            Api.Answer refused = GAVEL.api().post(path + "/retry", operator, "again", "{}");
            assertThat(refused.status()).isEqualTo(409);
            assertThat(refused.text()).contains("retry: the charge has no answer yet");
            Api.Answer paid =
                    GAVEL.api()
                            .post(
                                    path + "/payments",
                                    operator,
                                    "transfer-7",
                                    "{\"charge\":\"%s\",\"amount\":%s,\"reference\":\"7\"}"
                                            .formatted(
                                                    sale.at("/charges/0/charge").stringValue(),
                                                    sale.required("total")));
            assertThat(paid.status()).as(paid.text()).isEqualTo(200);

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
        assertThat(GAVEL.api().get("/api/v1/sales?state=paid", operator).text())
                .contains(lot.lot());
        for (String path : List.of("/api/v1/sales", "/api/v1/sales.csv", "/api/v1/strikes")) {
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
