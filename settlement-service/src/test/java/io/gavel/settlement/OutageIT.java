package io.gavel.settlement;

import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.Database;
import io.gavel.settlement.fixture.LotOnStage;
import io.gavel.settlement.fixture.RunningSettlement;
import io.gavel.settlement.fixture.SettlementTables;
import io.gavel.settlement.fixture.Wire;
import io.gavel.testkit.Broker;
import io.gavel.testkit.Servers;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class OutageIT {

    private static final Duration DEADLINE = Duration.ofSeconds(60);

    private final Database database = Servers.postgres().freshDatabase("settlement");
    private final SettlementTables tables = new SettlementTables(database);

    @Test
    void aLotThatFellDueWhileTheBrokerStoodStillIsCalledDueAfterwards() {
        try (Broker broker = Servers.freshBroker();
                RunningSettlement settlement =
                        RunningSettlement.start(database, broker.bootstrapServers());
                Wire wire = new Wire(broker.bootstrapServers())) {
            LotOnStage lot = LotOnStage.closingAt(Instant.now().plusSeconds(3));
            wire.send(Topics.LOT_EVENTS, lot.id(), lot.listed());
            tables.awaitClosing(lot.id(), "version = 1");

            broker.suspend();
            tables.awaitClosing(lot.id(), "attempts > 0");
            broker.resume();

            wire.awaitCloseDue(2, lot.id());
            awaitReadiness(settlement, 200);
        }
    }

    @Test
    void whatHappenedWhileTheDatabaseWasAwayIsTakenInAfterwards() throws SQLException {
        String kafka = Servers.kafka().bootstrapServers();
        try (RunningSettlement settlement = RunningSettlement.start(database, kafka);
                Wire wire = new Wire(kafka)) {
            LotOnStage lot = LotOnStage.longOpen();
            wire.send(Topics.LOT_EVENTS, lot.id(), lot.listed());
            tables.awaitClosing(lot.id(), "version = 1");

            asAdministrator(
                    "alter database " + database.name() + " allow_connections false",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                            + database.name()
                            + "'");
            wire.send(Topics.LOT_EVENTS, lot.id(), lot.closed(CloseOutcome.UNSOLD));
            awaitReadiness(settlement, 503);
            asAdministrator("alter database " + database.name() + " allow_connections true");

            wire.await(1, Topics.Names.SALES, lot.id());
            awaitReadiness(settlement, 200);
        }
    }

    private static void awaitReadiness(RunningSettlement settlement, int status) {
        Awaitility.await("readiness " + status)
                .atMost(DEADLINE)
                .until(() ->
                        settlement.get("/actuator/health/readiness", null).statusCode() == status);
    }

    private static void asAdministrator(String... statements) throws SQLException {
        try (Connection connection = Servers.postgres().server().connect("postgres");
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
