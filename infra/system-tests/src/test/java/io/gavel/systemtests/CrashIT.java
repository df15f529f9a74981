package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.topic.Topics;
import io.gavel.testkit.HashChain;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(180)
class CrashIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.ofItsOwn();

    private static final Insides INSIDES = new Insides(GAVEL);
    private static final int BIDS = 5;

    /**
     * The batch is held at the database by a lock on its partition's progress until the broker is
     * stopped, so that it commits and then hangs in its publish; there it is killed.
     */
    @Test
    void killed_between_commit_and_publish_it_tells_what_is_stored_and_decides_nothing_twice()
            throws SQLException {
        String lot =
                GAVEL.list(
                        GAVEL.api().token("sam", "SELLER"),
                        Instant.now().plusSeconds(3_600),
                        Map.of());
        List<PlaceBid> bids =
                IntStream.rangeClosed(1, BIDS)
                        .mapToObj(i -> Insides.bid(lot, "bidder" + i, 500L * i))
                        .toList();

        try (Connection database = INSIDES.connect()) {
            database.setAutoCommit(false);
            lockProgress(database);
            INSIDES.send(bids);
            await("the batch to wait for the lock")
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> INSIDES.waiting("%write_batch%") > 0);
            GAVEL.stack().kafka().suspend();
            database.commit();
        }
        await("the commit")
                .atMost(Duration.ofSeconds(20))
                .until(() -> INSIDES.decisions(lot).size() == BIDS + 1);
        List<String> stored = INSIDES.decisions(lot);
        List<String> storedEvents = INSIDES.events(lot);
        GAVEL.stack().bidding().kill();
        GAVEL.stack().kafka().resume();

        assertThat(INSIDES.published(Topics.DECISIONS, lot)).hasSize(1);
        GAVEL.stack().bidding().restart();
        await("all decisions told")
                .atMost(Duration.ofSeconds(60))
                .until(() -> INSIDES.published(Topics.DECISIONS, lot).size() >= stored.size());

        assertThat(INSIDES.decisions(lot)).isEqualTo(stored);
        assertThat(INSIDES.events(lot)).isEqualTo(storedEvents);
        assertThat(INSIDES.published(Topics.DECISIONS, lot)).isEqualTo(stored);
        assertThat(INSIDES.published(Topics.LOT_EVENTS, lot)).isEqualTo(storedEvents);
        HashChain.assertUnbroken(GAVEL.api().log(lot));
    }

    private static void lockProgress(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("select * from partition_progress for update");
        }
    }
}
