package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.json.Json;
import io.gavel.localstack.ServiceProcess;
import io.gavel.testkit.HashChain;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

@Timeout(180)
class StoryIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    /** The common pool has one thread on a small machine, and the HTTP client needs it. */
    private static final Executor OWN_THREAD = task -> Thread.ofVirtual().start(task);

    private static String seller;
    private static String alice;
    private static String bob;

    @BeforeAll
    static void signIn() {
        seller = GAVEL.api().token("sam", "SELLER");
        alice = GAVEL.api().token("alice", "BIDDER");
        bob = GAVEL.api().token("bob", "BIDDER");
    }

    @Test
    void two_bidders_a_spectator_and_a_seller_live_through_an_auction() {
        Instant listedEnd = Instant.now().plusSeconds(12);
        String lot =
                GAVEL.list(
                        seller,
                        listedEnd,
                        Map.of("softClose", "{\"window\":\"PT6S\",\"extension\":\"PT6S\"}"));
        try (Participant sam = GAVEL.api().join(seller);
                Participant a = GAVEL.api().join(alice);
                Participant b = GAVEL.elsewhere().join(bob);
                Participant spectator = GAVEL.elsewhere().join(null)) {
            List.of(a, b, spectator).forEach(watcher -> watcher.watchAfter(lot, 0));
            b.awaitEvent(lot, "opened");

            JsonNode tooLow = a.bid(lot, 99);
            assertThat(tooLow.get("reason").stringValue()).isEqualTo("too-low");
            JsonNode leading = a.bid(lot, 500);
            assertThat(leading.get("leading").booleanValue()).isTrue();
            assertThat(leading.get("max").longValue()).isEqualTo(500);
            JsonNode outbidAtOnce = b.bid(lot, 300);
            assertThat(outbidAtOnce.get("outcome").stringValue()).isEqualTo("accepted");
            assertThat(outbidAtOnce.get("leading").booleanValue()).isFalse();
            b.bid(lot, 600);
            assertThat(a.await("outbid").json().get("price").longValue()).isEqualTo(550);
            assertThat(b.all("outbid")).isEmpty();

            Instant inTheWindow = listedEnd.minusSeconds(5);
            await("the last seconds")
                    .atMost(Duration.ofSeconds(15))
                    .until(() -> Instant.now().isAfter(inTheWindow));
            a.bid(lot, 730);
            spectator.awaitEvent(lot, "extended");
            JsonNode closed = spectator.awaitEvent(lot, "closed");
            Instant end = Instant.parse(closed.get("closesAt").stringValue());
            assertThat(end).isAfter(listedEnd);
            assertThat(announced(spectator, lot)).isAfterOrEqualTo(end);
            assertThat(closed.get("hammer").longValue()).isEqualTo(650);
            assertThat(b.bid(lot, 9_000).get("reason").stringValue()).isEqualTo("closed");

            assertThat(publicPart(saleOf(lot, sam))).isEqualTo(publicPart(saleOf(lot, spectator)));
            assertThat(publicPart(saleOf(lot, a))).isEqualTo(publicPart(saleOf(lot, b)));
            assertThat(publicPart(saleOf(lot, a))).isEqualTo(publicPart(saleOf(lot, spectator)));
            assertThat(saleOf(lot, a).json().at("/private/role").stringValue()).isEqualTo("buyer");
            assertThat(saleOf(lot, sam).json().at("/private/buyer").stringValue())
                    .isEqualTo("alice");
            assertThat(saleOf(lot, b).json().has("private")).isFalse();
            assertThat(saleOf(lot, spectator).json().has("private")).isFalse();
            assertThat(saleOf(lot, spectator).json().get("state").stringValue())
                    .isIn("awaiting-payment", "paid");

            assertThat(a.all("decision"))
                    .allMatch(frame -> frame.json().get("by").stringValue().equals("alice"));
            assertThat(spectator.all("decision")).isEmpty();
            assertNobodySaw(spectator, "730", "alice", "bob");
            assertLogIsWhatWasSeen(lot, spectator);
        }
    }

    @Test
    void a_restart_of_all_services_in_the_middle_loses_nothing() {
        String lot = GAVEL.list(seller, Instant.now().plusSeconds(3_600), Map.of());
        String id = UUID.randomUUID().toString();
        JsonNode first;
        try (Participant a = GAVEL.api().join(alice)) {
            a.sendBid(id, lot, 900);
            first = a.await("decision").json();
        }
        int versions = GAVEL.api().log(lot).size();

        List<ServiceProcess> services = new ArrayList<>(GAVEL.stack().gateways());
        services.add(GAVEL.stack().bidding());
        services.add(GAVEL.stack().settlement());
        services.stream()
                .map(service -> CompletableFuture.runAsync(service::restart, OWN_THREAD))
                .toList()
                .forEach(CompletableFuture::join);

        try (Participant a = GAVEL.api().join(alice);
                Participant b = GAVEL.elsewhere().join(bob)) {
            a.watchAfter(lot, versions);
            JsonNode challenge = b.bid(lot, 500);
            assertThat(challenge.get("leading").booleanValue()).isFalse();
            assertThat(challenge.get("price").longValue()).isEqualTo(550);
            a.sendBid(id, lot, 900);
            assertThat(a.await("decision").json()).isEqualTo(first);
            a.awaitEvent(lot, "auto-bid");
            assertThat(a.events(lot).getFirst().get("version").intValue()).isEqualTo(versions + 1);
        }
        HashChain.assertUnbroken(GAVEL.api().log(lot));
        assertThat(GAVEL.api().get("/api/v1/bids/" + id, alice).json()).isEqualTo(first);
        assertThat(GAVEL.api().get("/api/v1/bids/" + id, bob).status()).isEqualTo(404);
    }

    @Test
    void two_lots_in_different_partitions_progress_at_once() {
        try (Participant a = GAVEL.api().join(alice);
                Participant b = GAVEL.elsewhere().join(bob)) {
            Map<Integer, String> lots = new HashMap<>();
            while (lots.size() < 2) {
                String lot = GAVEL.list(seller, Instant.now().plusSeconds(3_600), Map.of());
                lots.put(a.bid(lot, 100).get("partition").intValue(), lot);
            }
            List<String> two = List.copyOf(lots.values());
            List<String> sent = new ArrayList<>();
            for (int round = 1; round <= 20; round++) {
                for (String lot : two) {
                    String id = UUID.randomUUID().toString();
                    sent.add(id);
                    b.sendBid(id, lot, 100 + 150L * round);
                }
            }
            await("all decisions")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> b.all("decision").size() == sent.size());

            for (String lot : two) {
                List<Long> offsets =
                        b.all("decision").stream()
                                .map(Participant.Frame::json)
                                .filter(decision -> decision.get("lot").stringValue().equals(lot))
                                .map(decision -> decision.get("offset").longValue())
                                .toList();
                assertThat(offsets).hasSize(20).isSorted();
                HashChain.assertUnbroken(GAVEL.api().log(lot));
            }
        }
    }

    private static Instant announced(Participant watcher, String lot) {
        return watcher.await(
                        "log",
                        frame ->
                                frame.get("events").values().stream()
                                        .anyMatch(event ->
                                                event.get("type").stringValue().equals("closed")
                                                        && event.get("lot")
                                                                .stringValue()
                                                                .equals(lot)))
                .at();
    }

    /** The first that came of the lot: its seller hears of his others, too. */
    private static Participant.Frame saleOf(String lot, Participant watcher) {
        return watcher.await("sale", frame -> frame.path("lot").asString("").equals(lot));
    }

    private static JsonNode publicPart(Participant.Frame sale) {
        return sale.json().deepCopy().asObject().without("private");
    }

    private static void assertNobodySaw(Participant watcher, String... secrets) {
        for (String type : List.of("snapshot", "log", "sale", "state")) {
            for (Participant.Frame frame : watcher.all(type)) {
                for (String secret : secrets) {
                    assertThat(frame.text())
                            .doesNotContain("\"" + secret + "\"")
                            .doesNotContain(":" + secret + ",");
                }
            }
        }
    }

    private static void assertLogIsWhatWasSeen(String lot, Participant watcher) {
        List<byte[]> log = GAVEL.api().log(lot);
        HashChain.assertUnbroken(log);
        List<JsonNode> lines = log.stream().map(Json::tree).toList();
        assertThat(watcher.events(lot)).isEqualTo(lines);
    }
}
