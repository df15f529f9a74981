package io.gavel.bench;

import io.gavel.localstack.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How it is usually done, at its best: every statement is prepared on the server from its first
 * use, the bids have no index but the one that keeps a bid's id unique, no foreign key, and the
 * lots' pages have room for updates in place.
 */
final class RowLocking {

    /** The first takes prepare the statements. */
    private static final int WARM_UP_BIDS = 20;

    private static final String TABLES =
            """
            drop table if exists bid, lot;
            create table lot (id uuid primary key, price bigint not null, leader text) with (fillfactor = 50);
            create table bid (id uuid primary key, lot uuid not null, bidder text not null, amount bigint not null,
                at timestamptz not null default now())\
            """;

    private final Database database;
    private final List<UUID> lots = new ArrayList<>();

    /** Makes the tables anew, with that many lots. */
    RowLocking(Database database, int lots) {
        this.database = database;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(TABLES);
            try (var rows =
                    statement.executeQuery(
                            "insert into lot (id, price) select gen_random_uuid(), 0"
                                    + " from generate_series(1, "
                                    + lots
                                    + ") returning id")) {
                while (rows.next()) {
                    this.lots.add(rows.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("row locking: " + e.getMessage(), e);
        }
    }

    /** Bids committed a second while that many connections bid without pause for that long. */
    double perSecond(int connections, Duration length) {
        CountDownLatch ready = new CountDownLatch(connections);
        CountDownLatch go = new CountDownLatch(1);
        Callable<Integer> bidder = () -> bid(ready, go, length);
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Integer>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                running.add(threads.submit(bidder));
            }
            ready.await();
            long start = System.nanoTime();
            go.countDown();
            int bids = 0;
            for (Future<Integer> done : running) {
                bids += done.get();
            }
            return bids * 1e9 / (System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IllegalStateException("row locking: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while locking rows", e);
        }
    }

    private int bid(CountDownLatch ready, CountDownLatch go, Duration length)
            throws SQLException, InterruptedException {
        try (Connection connection = connect();
                LockingBidder bidder = new LockingBidder(connection, lots)) {
            try {
                for (int i = 0; i < WARM_UP_BIDS; i++) {
                    bidder.bid();
                }
            } finally {
                ready.countDown();
            }
            go.await();
            long until = System.nanoTime() + length.toNanos();
            int bids = 0;
            while (System.nanoTime() < until) {
                bidder.bid();
                bids++;
            }
            return bids;
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl() + "?prepareThreshold=1",
                database.username(),
                database.password());
    }
}
