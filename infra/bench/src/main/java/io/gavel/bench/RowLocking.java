package io.gavel.bench;

import io.gavel.localstack.Database;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How it is usually done: lock the lot's row, look at its price, insert the bid, update the row,
 * commit.
 */
final class RowLocking {

    private final Database database;
    private final int connections;

    RowLocking(Database database, int connections) {
        this.database = database;
        this.connections = connections;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    """
                    create table lot (id uuid primary key, price bigint not null, leader text);
                    create table bid (id uuid primary key, lot uuid not null references lot, bidder text not null,
                        amount bigint not null, at timestamptz not null default now());
                    create index on bid (lot, at)\
                    """);
        } catch (SQLException e) {
            throw new IllegalStateException("row locking: " + e.getMessage(), e);
        }
    }

    /** The time that all connections together take to place the bids on one lot. */
    Duration decide(int bids) {
        UUID lot = UUID.randomUUID();
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> bidders = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections);
                Connection connection = connect();
                PreparedStatement insert =
                        connection.prepareStatement("insert into lot (id, price) values (?, 0)")) {
            insert.setObject(1, lot);
            insert.execute();
            for (int i = 0; i < connections; i++) {
                bidders.add(() -> bid(lot, next, bids));
            }
            long start = System.nanoTime();
            for (Future<Void> done : threads.invokeAll(bidders)) {
                done.get();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (SQLException | ExecutionException e) {
            throw new IllegalStateException("row locking: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private Void bid(UUID lot, AtomicInteger next, int bids) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement lock =
                        connection.prepareStatement(
                                "select price from lot where id = ? for update");
                PreparedStatement insert =
                        connection.prepareStatement(
                                "insert into bid (id, lot, bidder, amount) values (?, ?, ?, ?)");
                PreparedStatement update =
                        connection.prepareStatement(
                                "update lot set price = ?, leader = ? where id = ?")) {
            connection.setAutoCommit(false);
            for (int i = next.incrementAndGet(); i <= bids; i = next.incrementAndGet()) {
                String bidder = "bidder" + i % 50;
                long amount = price(lock, lot) + 100;
                insert.setObject(1, UUID.randomUUID());
                insert.setObject(2, lot);
                insert.setString(3, bidder);
                insert.setLong(4, amount);
                insert.executeUpdate();
                update.setLong(1, amount);
                update.setString(2, bidder);
                update.setObject(3, lot);
                update.executeUpdate();
                connection.commit();
            }
        }
        return null;
    }

    private static long price(PreparedStatement lock, UUID lot) throws SQLException {
        lock.setObject(1, lot);
        try (ResultSet row = lock.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database.jdbcUrl(), database.username(), database.password());
    }
}
