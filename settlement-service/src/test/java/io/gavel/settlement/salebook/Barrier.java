package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.fixture.SettlementTables;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/** Where transactions stand still: a lock of the test's that triggers wait for. */
final class Barrier implements AutoCloseable {

    /** What a trigger does to stand still until the barrier is gone. */
    static final String STOP = "perform pg_advisory_xact_lock(4711);";

    private final SettlementTables tables;
    private final Connection lock;

    Barrier(SettlementTables tables) {
        this.tables = tables;
        this.lock = tables.connection();
        try (Statement said = lock.createStatement()) {
            said.execute("select pg_advisory_lock(4711)");
        } catch (SQLException e) {
            throw new IllegalStateException("the lock", e);
        }
    }

    /** How many transactions stand still. */
    long waiting() {
        return tables.count(
                "select count(*) from pg_locks where ?::uuid is not null and locktype = 'advisory'"
                        + " and not granted",
                new LotId(new UUID(0, 0)));
    }

    static void await(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .atMost(MoneyOnStage.LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(condition);
    }

    /** Returns when all who stood still went on, or found that their caller is dead. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (SQLException e) {
            throw new IllegalStateException("the lock", e);
        }
        await("the dead to leave", () -> waiting() == 0);
    }
}
