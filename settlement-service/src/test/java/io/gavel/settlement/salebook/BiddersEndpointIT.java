package io.gavel.settlement.salebook;

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
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** How bidders stand: over HTTP, PostgreSQL and Kafka. One strike suspends here. */
class BiddersEndpointIT {

    private static final String KAFKA = Servers.kafka().bootstrapServers();
    private static final Database DATABASE = Servers.postgres().freshDatabase("settlement");
    private static final SettlementTables TABLES = new SettlementTables(DATABASE);
    private static final String OLGA = Tokens.of("olga", "OPERATOR");
    private static RunningSettlement settlement;
    private static Wire wire;

    private final String account = "dan-" + UUID.randomUUID();
    private final String path = "/api/v1/bidders/" + account;

    @BeforeAll
    static void start() {
        settlement =
                RunningSettlement.start(
                        DATABASE,
                        KAFKA,
                        "--gavel.sale.deadline-pause=20ms",
                        "--gavel.sale.strikes-to-suspend=1");
        wire = new Wire(KAFKA);
    }

    @AfterAll
    static void stop() {
        wire.close();
        settlement.close();
    }

    @Test
    void who_does_not_pay_is_suspended_and_an_operator_may_reinstate_him() {
        LotOnStage lot = defaultedBy(account);

        assertThat(published(1)).isEqualTo(standing(1, true, 1));
        JsonNode seen = json(settlement.get(path, OLGA));
        assertThat(seen.at("/history/0/what").stringValue()).isEqualTo("strike");
        assertThat(seen.at("/history/0/actor").stringValue()).isEqualTo("settlement");
        assertThat(seen.at("/history/0/note").stringValue()).isEqualTo(lot.id().toString());
        assertThat(settlement.get("/api/v1/strikes?limit=100", OLGA).body())
                .contains("{\"account\":\"" + account + "\",\"strikes\":1,\"suspended\":true,");

        assertThat(rule("reinstate", "k1", "he has paid since", 200))
                .contains("olga", "paid since");
        assertThat(published(2)).isEqualTo(standing(1, false, 2));
    }

    @Test
    void an_operator_suspends_by_hand_and_saying_it_again_is_harmless() {
        assertThat(json(settlement.get(path, OLGA)).required("version").longValue()).isZero();

        rule("suspend", "k1", "shill bids", 200);
        JsonNode again = Json.tree(rule("suspend", "k1", "shill bids", 200).getBytes(UTF_8));

        assertThat(again.required("history").size()).isEqualTo(1);
        assertThat(published(1)).isEqualTo(standing(0, true, 1));
        assertThat(rule("reinstate", "k1", "shill bids", 409))
                .contains("key: k1 (expected: one that was not used before)");
        assertThat(rule("suspend", "k2", " ", 400)).contains("reason: 0 characters");
        assertThat(rule("suspend", "k2", "\\u0000", 400)).contains("U+0000 (expected: text)");
    }

    @Test
    void all_this_is_for_operators() {
        String bidder = Tokens.of(account, "BIDDER");
        for (String read : List.of(path, "/api/v1/strikes")) {
            assertThat(settlement.get(read, bidder).statusCode()).as(read).isEqualTo(403);
        }
        assertThat(
                        settlement
                                .post(path + "/reinstate", bidder, "k", "{\"reason\":\"me\"}")
                                .statusCode())
                .isEqualTo(403);
        assertThat(settlement.get("/api/v1/bidders/-x", OLGA).body()).contains("not an account");
    }

    private LotOnStage defaultedBy(String winner) {
        LotOnStage lot = LotOnStage.longOpen();
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.listed());
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.bid(1, 1_550));
        wire.send(Topics.DECISIONS, lot.id(), lot.decision(winner, 1, 9_999));
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.soldTo(1, 1_550));
        TABLES.awaitCount(1, "select count(*) from sale where lot = ?", lot.id());
        TABLES.letDeadlinePass(lot.id());
        return lot;
    }

    private String rule(String what, String key, String reason, int status) {
        HttpResponse<String> answer =
                settlement.post(path + "/" + what, OLGA, key, "{\"reason\":\"" + reason + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return answer.body();
    }

    private String published(int nth) {
        return new String(
                wire.await(nth, Topics.Names.BIDDERS, account).get(nth - 1).value(), UTF_8);
    }

    private String standing(int strikes, boolean suspended, int version) {
        return "{\"account\":\"%s\",\"strikes\":%s,\"suspended\":%s,\"version\":%s}"
                .formatted(account, strikes, suspended, version);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return Json.tree(answer.body().getBytes(UTF_8));
    }
}
