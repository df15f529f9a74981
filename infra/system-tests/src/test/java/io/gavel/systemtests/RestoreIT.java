package io.gavel.systemtests;

import static io.gavel.systemtests.OnTheBlock.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.LocalStack;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** What docs/operations/restore.md tells to do: the log is there, the databases are older. */
@Timeout(240)
class RestoreIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    private static final Insides INSIDES = new Insides(GAVEL);
    private static final List<String> DATABASES = List.of("bidding", "settlement");
    private static final Set<String> SETTLEMENT_GROUPS =
            Set.of("settlement-events", "settlement-decisions");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void databases_of_before_come_to_the_same_events_decisions_and_sale_again() throws Exception {
        String seller = GAVEL.api().token("sam", "SELLER");
        String alice = GAVEL.api().token("alice", "BIDDER");
        String bob = GAVEL.api().token("bob", "BIDDER");
        OnTheBlock begun = lot(seller, Duration.ofHours(1));
        begun.accepted(alice, "bids", "\"amount\":500");
        backUp();

        begun.accepted(bob, "bids", "\"amount\":900");
        begun.refused(alice, "bids", "\"amount\":300");
        OnTheBlock sold = lot(seller, Duration.ofSeconds(10));
        sold.accepted(alice, "bids", "\"amount\":700");
        JsonNode sale = sold.sale(seller);
        List<List<String>> before = of(begun, sold);
        restore();

        await("the same log again").atMost(PATIENCE).until(() -> of(begun, sold).equals(before));
        for (OnTheBlock lot : List.of(begun, sold)) {
            assertThat(INSIDES.published(Topics.LOT_EVENTS, lot.lot()))
                    .isEqualTo(INSIDES.events(lot.lot()));
            assertThat(INSIDES.published(Topics.DECISIONS, lot.lot()))
                    .isEqualTo(INSIDES.decisions(lot.lot()));
        }
        JsonNode again = sold.sale(seller);
        for (String field : List.of("lot", "hammer", "seller", "buyer")) {
            assertThat(again.path(field)).as(field).isEqualTo(sale.path(field));
        }
        assertThat(text(begun.accepted(alice, "bids", "\"amount\":1500"), "outcome"))
                .isEqualTo("accepted");
        assertThat(begun.log()).isNotEmpty();
    }

    private static OnTheBlock lot(String seller, Duration open) {
        return new OnTheBlock(GAVEL.api(), GAVEL.list(seller, Instant.now().plus(open), Map.of()));
    }

    private static List<List<String>> of(OnTheBlock... lots) throws SQLException {
        List<String> ids = List.of(lots).stream().map(OnTheBlock::lot).toList();
        return List.of(
                INSIDES.events(ids.getFirst()),
                INSIDES.events(ids.getLast()),
                INSIDES.decisions(ids.getFirst()),
                INSIDES.decisions(ids.getLast()));
    }

    private static void backUp() throws SQLException {
        whileStopped(statement -> {
            for (String name : DATABASES) {
                statement.execute("drop database if exists " + name + "_backup");
                statement.execute("create database %1$s_backup template %1$s".formatted(name));
            }
        });
    }

    private static void restore() throws SQLException {
        whileStopped(statement -> {
            for (String name : DATABASES) {
                statement.execute("drop database %s with (force)".formatted(name));
                statement.execute("alter database %1$s_backup rename to %1$s".formatted(name));
            }
            settlementReadsAgain();
        });
    }

    /** Its groups have committed more than the older database knows. */
    private static void settlementReadsAgain() {
        try (Admin admin = GAVEL.stack().kafka().admin()) {
            admin.deleteConsumerGroups(SETTLEMENT_GROUPS).all().get(20, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("groups " + SETTLEMENT_GROUPS, e);
        }
    }

    private interface Work {
        void on(Statement statement) throws SQLException;
    }

    private static void whileStopped(Work work) throws SQLException {
        LocalStack stack = GAVEL.stack();
        stack.settlement().stop();
        stack.bidding().stop();
        try (Connection connection = stack.postgres().connect("postgres");
                Statement statement = connection.createStatement()) {
            work.on(statement);
        } finally {
            stack.bidding().restart();
            stack.settlement().restart();
        }
    }
}
