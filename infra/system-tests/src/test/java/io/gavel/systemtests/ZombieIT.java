package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.ServiceProcess;
import io.gavel.testkit.HashChain;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

@Timeout(300)
class ZombieIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.ofItsOwn();

    private static final Insides INSIDES = new Insides(GAVEL);
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOTS = 40;

    /**
     * The zombie has not met the lots, and is held by a lock where it looks them up; there it is
     * stopped, with a batch in its hands that it has neither decided nor written. The heir knows
     * them.
     */
    @Test
    void a_writer_that_slept_through_a_rebalance_is_fenced_writes_nothing_and_rejoins()
            throws SQLException, IOException, InterruptedException {
        String seller = GAVEL.api().token("sam", "SELLER");
        List<String> lots =
                IntStream.range(0, LOTS)
                        .mapToObj(
                                _ -> GAVEL.list(seller, Instant.now().plusSeconds(3_600), Map.of()))
                        .toList();
        ServiceProcess heir = GAVEL.stack().bidding();
        try (ServiceProcess zombie = GAVEL.stack().anotherBidding()) {
            List<PlaceBid> bids = bids(lots, 500);
            try (Connection database = INSIDES.connect()) {
                database.setAutoCommit(false);
                lockLots(database);
                INSIDES.send(bids);
                await("both writers to wait for the lock")
                        .atMost(PATIENCE)
                        .until(() ->
                                INSIDES.waiting("select %from lot %") == 1
                                        && INSIDES.waiting("%write_batch%") == 1);
                zombie.suspend();
                database.rollback();
            }
            awaitDecisions(lots, 2);
            List<String> decided = INSIDES.decisions(lots);

            long joined = timesSaid(zombie.name(), "writing partitions");
            zombie.resume();
            await("the fence").atMost(PATIENCE).until(() -> fences(zombie.uri()) > 0);
            await("the zombie among the writers again")
                    .atMost(PATIENCE)
                    .until(() -> timesSaid(zombie.name(), "writing partitions") > joined);

            assertThat(INSIDES.decisions(lots)).isEqualTo(decided);
            assertThat(fences(zombie.uri())).isEqualTo(1);
            assertThat(fences(heir.uri())).isZero();
            assertThat(timesSaid(zombie.name(), "fenced: another writer")).isEqualTo(1);

            INSIDES.send(bids(lots, 2_000));
            awaitDecisions(lots, 3);
            Map<String, List<String>> published =
                    INSIDES.publishedOf(Topics.DECISIONS, Set.copyOf(lots));
            for (String lot : lots) {
                assertThat(published.get(lot).stream().distinct())
                        .containsExactlyElementsOf(INSIDES.decisions(lot));
                HashChain.assertUnbroken(GAVEL.api().log(lot));
            }
        }
    }

    private static void lockLots(Connection database) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("lock table lot in access exclusive mode");
        }
    }

    private static List<PlaceBid> bids(List<String> lots, long amount) {
        return lots.stream().map(lot -> Insides.bid(lot, "alice", amount)).toList();
    }

    private static void awaitDecisions(List<String> lots, int each) {
        await(each + " decisions a lot")
                .atMost(PATIENCE)
                .until(() -> INSIDES.decisions(lots).size() == each * lots.size());
    }

    private static double fences(URI service) throws IOException, InterruptedException {
        return get(service.resolve("/actuator/prometheus"))
                .lines()
                .filter(line -> line.startsWith("gavel_bidding_fences_total"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' '))))
                .sum();
    }

    private static String get(URI uri) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(10)).build();
            return http.send(request, BodyHandlers.ofString()).body();
        }
    }

    private static long timesSaid(String service, String sentence) throws IOException {
        Path log = GAVEL.data().resolve("logs").resolve(service + ".log");
        try (Stream<String> lines = Files.lines(log)) {
            return lines.filter(line -> line.contains(sentence)).count();
        }
    }
}
