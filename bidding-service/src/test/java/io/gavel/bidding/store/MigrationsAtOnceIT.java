package io.gavel.bidding.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.localstack.Database;
import io.gavel.testkit.Servers;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.output.MigrateResult;
import org.junit.jupiter.api.Test;

/** Replicas migrate when they start, several of them at the same time. */
class MigrationsAtOnceIT {

    private static final int REPLICAS = 4;

    @Test
    void each_migration_is_made_once_by_whoever_comes_first() throws Exception {
        Database database = Servers.postgres().freshDatabase("bidding");
        CyclicBarrier together = new CyclicBarrier(REPLICAS);
        try (ExecutorService replicas = Executors.newFixedThreadPool(REPLICAS)) {
            List<Future<MigrateResult>> starts =
                    IntStream.range(0, REPLICAS)
                            .mapToObj(_ ->
                                    replicas.submit(() -> {
                                        together.await();
                                        return of(database).migrate();
                                    }))
                            .toList();
            int made = 0;
            for (Future<MigrateResult> start : starts) {
                made += start.get().migrationsExecuted;
            }
            assertThat(made).isEqualTo(of(database).info().applied().length);
        }
        assertThat(of(database).info().pending()).isEmpty();
    }

    private static Flyway of(Database database) {
        return Flyway.configure()
                .dataSource(database.jdbcUrl(), database.username(), database.password())
                .load();
    }
}
