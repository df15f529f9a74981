package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.ServiceProcess;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Two settlement-services that share the work. */
@Timeout(180)
class SettlementsIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    private static final Insides INSIDES = new Insides(GAVEL);
    private static final int LOTS = 300;

    /** Whose charges stay pending, so that a sale has its first step only. */
    private static final String PAYS_LATER = "fault-pending";

    private static final Duration FIRST_END_IN = Duration.ofSeconds(8);
    private static final Duration SPREAD = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void one_is_killed_while_lots_end_and_each_is_closed_and_sold_once() throws SQLException {
        Map<String, Instant> ends;
        try (ServiceProcess other = GAVEL.stack().anotherSettlement()) {
            ends = listed();
            INSIDES.send(
                    ends.keySet().stream().map(lot -> Insides.bid(lot, PAYS_LATER, 100)).toList());
            await("a third of the sales")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> count("sale", ends) >= LOTS / 3);
            other.kill();
        }
        assertThat(count("sale", ends)).as("sales at the kill").isLessThan(LOTS);
        await("all sales told")
                .atMost(PATIENCE)
                .until(() -> INSIDES.publishedOf(Topics.SALES, ends.keySet()).size() == LOTS);

        Map<String, List<String>> events = INSIDES.publishedOf(Topics.LOT_EVENTS, ends.keySet());
        assertThat(ends).allSatisfy((lot, end) -> assertClosedOnceNotBefore(events.get(lot), end));
        assertThat(INSIDES.publishedOf(Topics.SALES, ends.keySet()))
                .allSatisfy((lot, told) -> assertThat(told.stream().distinct()).hasSize(1));
        for (String table : List.of("sale", "sale_step")) {
            assertThat(count(table, ends)).as(table).isEqualTo(LOTS);
        }
        long sold = events.values().stream().filter(SettlementsIT::isSold).count();
        assertThat(sold).isPositive();
        assertThat(count("document", ends)).as("invoices").isEqualTo(sold);
    }

    private static boolean isSold(List<String> log) {
        return log.stream().anyMatch(event -> event.contains("\"outcome\":\"sold\""));
    }

    private static void assertClosedOnceNotBefore(List<String> log, Instant end) {
        assertThat(Closings.closes(log))
                .singleElement()
                .satisfies(at -> assertThat(at).isAfterOrEqualTo(end));
    }

    /** New lots with their ends, one after the other. */
    private static Map<String, Instant> listed() {
        Instant first = Instant.now().plus(FIRST_END_IN).truncatedTo(ChronoUnit.MILLIS);
        Map<String, Instant> ends = new LinkedHashMap<>();
        IntStream.range(0, LOTS)
                .forEach(n ->
                        ends.put(
                                UUID.randomUUID().toString(),
                                first.plusMillis(SPREAD.toMillis() * n / LOTS)));
        INSIDES.send(
                ends.entrySet().stream()
                        .map(lot -> Insides.listing(lot.getKey(), lot.getValue()))
                        .toList());
        return ends;
    }

    private static int count(String table, Map<String, Instant> lots) throws SQLException {
        try (Connection database =
                        DriverManager.getConnection(
                                GAVEL.stack().jdbcUrl("settlement"), "postgres", "postgres");
                PreparedStatement statement =
                        database.prepareStatement(
                                "select count(*) from " + table + " where lot = any(?::uuid[])")) {
            statement.setArray(
                    1, database.createArrayOf("text", lots.keySet().toArray(String[]::new)));
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
                return rows.getInt(1);
            }
        }
    }
}
