package io.gavel.bidding.receipts;

import static io.gavel.bidding.Commands.bid;
import static io.gavel.bidding.Commands.inMinutes;
import static io.gavel.bidding.Commands.listed;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.Http;
import io.gavel.bidding.Wire;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Receipts as somebody outside checks them: with the published keys and the public log alone. */
class ReceiptsIT {

    @TempDir static Path folder;

    private static KeyFiles first;
    private static KeyFiles second;
    private static BiddingStack stack;
    private static Wire wire;

    @BeforeAll
    static void start() {
        first = KeyFiles.in(folder, "first", "Ed25519");
        second = KeyFiles.in(folder, "second", "Ed25519");
        stack = new BiddingStack(signingWith(first));
        wire = stack.wire();
    }

    @AfterAll
    static void stop() {
        wire.close();
        stack.close();
    }

    @Test
    void a_receipt_binds_the_decision_to_the_lots_public_log() throws Exception {
        LotId lot = listed(wire, "seller", aLot().closingAt(inMinutes(60)).build());
        wire.ask(bid(lot, "alice", 500));
        PlaceBid bid = bid(lot, "bob", 300);
        wire.ask(bid);
        wire.ask(bid(lot, "carol", 900));

        Http.Answer answer = receipt("bob", bid.id());
        JsonNode payload = verified(answer.text());

        assertThat(answer.header("Content-Type")).isEqualTo("application/jose");
        byte[] told = wire.rawDecisions(bid.id()).getFirst();
        assertThat(new String(payloadOf(answer.text()), StandardCharsets.UTF_8))
                .startsWith(
                        "{\"decision\":"
                                + new String(told, StandardCharsets.UTF_8)
                                + ",\"version\":5,\"hash\":\"");
        assertThat(payload.path("hash").stringValue()).isEqualTo(hashInLog(lot, 5));
        assertThat(payload.path("issuedAt")).isEqualTo(payload.path("decision").path("at"));
        assertThat(payload.path("decision").path("by").stringValue()).isEqualTo("bob");
    }

    @Test
    void a_refusal_has_a_receipt_at_the_version_it_was_decided_at() throws Exception {
        LotId lot = listed(wire, "seller", aLot().closingAt(inMinutes(60)).build());
        wire.ask(bid(lot, "alice", 500));
        PlaceBid tooLow = bid(lot, "bob", 100);
        Decision decision = wire.ask(tooLow);
        wire.ask(bid(lot, "bob", 900));

        JsonNode payload = verified(receipt("bob", tooLow.id()).text());

        assertThat(decision.reason()).isEqualTo(Reason.TOO_LOW);
        assertThat(payload.path("version").longValue()).isEqualTo(3);
        assertThat(payload.path("hash").stringValue()).isEqualTo(hashInLog(lot, 3));
        assertThat(payload.path("decision").path("reason").stringValue()).isEqualTo("too-low");
    }

    @Test
    void a_bid_on_an_unknown_lot_has_a_receipt_without_a_place_in_a_log() throws Exception {
        PlaceBid bid = bid(new LotId(UUID.randomUUID()), "alice", 500);
        wire.ask(bid);

        JsonNode payload = verified(receipt("alice", bid.id()).text());

        assertThat(payload.path("version").longValue()).isZero();
        assertThat(payload.path("hash").stringValue()).isEqualTo("0".repeat(64));
        assertThat(payload.path("decision").path("reason").stringValue()).isEqualTo("unknown-lot");
    }

    @Test
    void a_receipt_is_the_same_however_often_and_in_whatever_form_it_is_asked_for() {
        PlaceBid bid = bid(new LotId(UUID.randomUUID()), "alice", 500);
        wire.ask(bid);
        Http alice = Http.as("alice", stack);
        String path = path(bid.id());

        String once = alice.get(path).text();

        assertThat(alice.get(path, "Accept", "application/jose").text()).isEqualTo(once);
        assertThat(alice.get(path, "Accept", "application/json, text/plain, */*").text())
                .isEqualTo("{\"receipt\":\"" + once + "\"}");
        assertThat(alice.get(path, "Accept", "close").status()).isEqualTo(400);
    }

    @Test
    void nobody_else_gets_it() {
        PlaceBid bid = bid(new LotId(UUID.randomUUID()), "alice", 500);
        wire.ask(bid);

        assertThat(receipt("bob", bid.id()).status()).isEqualTo(404);
        assertThat(Http.as("op", stack, "OPERATOR").get(path(bid.id())).status()).isEqualTo(404);
        assertThat(Http.anybody(stack).get(path(bid.id())).status()).isEqualTo(401);
        Http.Answer wrong = Http.as("alice", stack).get("/api/v1/bids/17/receipt");
        assertThat(wrong.status()).isEqualTo(400);
        assertThat(wrong.detail()).startsWith("bid: ").contains("expected");
    }

    @Test
    void after_a_change_of_keys_old_receipts_are_still_checked_and_new_ones_name_the_new_key()
            throws Exception {
        PlaceBid bid = bid(new LotId(UUID.randomUUID()), "alice", 500);
        wire.ask(bid);
        String old = receipt("alice", bid.id()).text();

        stack.stop();
        stack.startAgain(
                signingWith(second), "gavel.receipts.retired-keys=" + first.publicPem().toUri());
        try {
            String anew = receipt("alice", bid.id()).text();
            assertThat(anew).isNotEqualTo(old);
            assertThat(payloadOf(anew)).isEqualTo(payloadOf(old));
            assertThat(verified(anew)).isEqualTo(verified(old));
            Http.Answer keys = Http.anybody(stack).get("/.well-known/jwks.json");
            assertThat(keys.json().path("keys")).hasSize(2);
            assertThat(keys.header("Cache-Control")).isEqualTo("max-age=300, public");
            assertThat(keys.header("Content-Type")).isEqualTo("application/jwk-set+json");
        } finally {
            stack.stop();
            stack.startAgain(signingWith(first));
        }
    }

    @Test
    void a_house_without_a_key_says_so_and_is_healthy() {
        PlaceBid bid = bid(new LotId(UUID.randomUUID()), "alice", 500);
        wire.ask(bid);

        stack.stop();
        stack.startAgain();
        try {
            Http.Answer answer = receipt("alice", bid.id());
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.detail()).contains("it has no gavel.receipts.signing-key");
            Http anybody = Http.anybody(stack);
            assertThat(anybody.get("/.well-known/jwks.json").text()).isEqualTo("{\"keys\":[]}");
            await("health")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> anybody.get("/actuator/health").status() == 200);
        } finally {
            stack.stop();
            stack.startAgain(signingWith(first));
        }
    }

    private static String signingWith(KeyFiles key) {
        return "gavel.receipts.signing-key=" + key.privatePem().toUri();
    }

    private static String path(CommandId bid) {
        return "/api/v1/bids/" + bid + "/receipt";
    }

    private static Http.Answer receipt(String account, CommandId bid) {
        return Http.as(account, stack).get(path(bid));
    }

    private static String hashInLog(LotId lot, int version) {
        String line =
                Http.anybody(stack).get("/api/v1/lots/" + lot + "/log").lines().get(version - 1);
        return Sha256.of(line.getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** The payload, once the signature holds under the published key that the header names. */
    private static JsonNode verified(String jws) throws GeneralSecurityException {
        String[] parts = jws.split("\\.");
        JsonNode header = Json.tree(Base64.getUrlDecoder().decode(parts[0]));
        assertThat(header.path("alg").stringValue()).isEqualTo("EdDSA");
        assertThat(header.path("typ").stringValue()).isEqualTo("gavel-receipt+jwt");
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(published(header.path("kid").stringValue()));
        check.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        assertThat(check.verify(Base64.getUrlDecoder().decode(parts[2]))).isTrue();
        return Json.tree(payloadOf(jws));
    }

    private static byte[] payloadOf(String jws) {
        return Base64.getUrlDecoder().decode(jws.split("\\.")[1]);
    }

    private static PublicKey published(String kid) throws GeneralSecurityException {
        for (JsonNode key : Http.anybody(stack).get("/.well-known/jwks.json").json().path("keys")) {
            if (key.path("kid").stringValue().equals(kid)) {
                assertThat(key.path("crv").stringValue()).isEqualTo("Ed25519");
                String x =
                        HexFormat.of()
                                .formatHex(
                                        Base64.getUrlDecoder().decode(key.path("x").stringValue()));
                return KeyFactory.getInstance("Ed25519")
                        .generatePublic(
                                new X509EncodedKeySpec(
                                        HexFormat.of().parseHex("302a300506032b6570032100" + x)));
            }
        }
        throw new AssertionError("no published key " + kid);
    }
}
