package io.gavel.settlement.records;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.Database;
import io.gavel.settlement.fixture.LotOnStage;
import io.gavel.settlement.fixture.RunningSettlement;
import io.gavel.settlement.fixture.Wire;
import io.gavel.testkit.Servers;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class UnreadableRecordsIT {

    private static final String KAFKA = Servers.kafka().bootstrapServers();
    private static final Database DATABASE = Servers.postgres().freshDatabase("settlement");
    private static RunningSettlement settlement;
    private static Wire wire;

    private final LotOnStage lot = LotOnStage.longOpen();

    @BeforeAll
    static void start() {
        settlement = RunningSettlement.start(DATABASE, KAFKA);
        wire = new Wire(KAFKA);
    }

    @AfterAll
    static void stop() {
        wire.close();
        settlement.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Topics.class,
            names = {"LOT_EVENTS", "DECISIONS"})
    void whatCannotBeReadIsPutAsideAndItsPartitionGoesOn(Topics topic) {
        String[] unreadable = {
            "not JSON", "[]", "{}", "{\"lot\":7}", "{\"lot\":\"" + lot.id() + "\"}"
        };
        for (String value : unreadable) {
            wire.send(topic, lot.id(), value.getBytes(UTF_8));
        }
        wire.send(topic, lot.id(), null);
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.listed());
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.bid(1, 1_000));
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.sold());
        wire.send(Topics.DECISIONS, lot.id(), lot.decision("alice", 1, 1_500));

        wire.await(1, Topics.Names.SALES, lot.id());

        var letters = wire.await(unreadable.length + 1, topic.deadLetters(), lot.id());
        assertThat(letters)
                .hasSize(unreadable.length + 1)
                .extracting(UnreadableRecordsIT::problem)
                .doesNotContainNull()
                .contains("no value (expected: a JSON object)");
        assertThat(letters.getFirst().value()).isEqualTo("not JSON".getBytes(UTF_8));
        assertThat(metrics())
                .contains("gavel_settlement_dead_letters_total{topic=\"" + topic.topic() + "\"} 6");
    }

    @Test
    void noSecretIsInTheMetrics() {
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.listed());
        wire.send(Topics.DECISIONS, lot.id(), lot.decision("secretive", 1, 7_777_777));
        wire.send(Topics.LOT_EVENTS, lot.id(), lot.closed(CloseOutcome.UNSOLD));
        wire.await(1, Topics.Names.SALES, lot.id());

        Awaitility.await("the sale is counted")
                .until(() ->
                        metrics()
                                .lines()
                                .filter(line ->
                                        line.startsWith(
                                                "gavel_settlement_sales_total{state=\"unsold\"}"))
                                .anyMatch(line -> !line.endsWith(" 0.0")));

        assertThat(metrics())
                .contains("gavel_settlement_close_lag_seconds_count")
                .contains("gavel_settlement_close_seen_lag_seconds_count")
                .contains("gavel_settlement_close_due_sent_total")
                .doesNotContain("secretive", "7777777");
    }

    private static String problem(ConsumerRecord<byte[], byte[]> letter) {
        return new String(letter.headers().lastHeader("problem").value(), UTF_8);
    }

    private static String metrics() {
        return settlement.get("/actuator/prometheus", null).body();
    }
}
