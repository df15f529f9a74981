package io.gavel.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One connection that bids: lock the lot's row, look at its price, insert the bid, update, commit.
 */
final class LockingBidder implements AutoCloseable {

    private static final int BIDDERS = 50;
    private static final int STEP = 100;

    private final Connection connection;
    private final List<UUID> lots;
    private final PreparedStatement lock;
    private final PreparedStatement insert;
    private final PreparedStatement update;

    LockingBidder(Connection connection, List<UUID> lots) throws SQLException {
        this.connection = connection;
        this.lots = lots;
        connection.setAutoCommit(false);
        lock = connection.prepareStatement("select price from lot where id = ? for update");
        insert =
                connection.prepareStatement(
                        "insert into bid (id, lot, bidder, amount) values (?, ?, ?, ?)");
        update = connection.prepareStatement("update lot set price = ?, leader = ? where id = ?");
    }

    /** One bid, accepted and committed, on any of the lots. */
    void bid() throws SQLException {
        ThreadLocalRandom chance = ThreadLocalRandom.current();
        UUID lot = lots.get(chance.nextInt(lots.size()));
        String bidder = "bidder" + chance.nextInt(BIDDERS);
        long amount = price(lot) + STEP;
        insert.setObject(1, new UUID(chance.nextLong(), chance.nextLong()));
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

    private long price(UUID lot) throws SQLException {
        lock.setObject(1, lot);
        try (ResultSet row = lock.executeQuery()) {
            if (!row.next()) {
                throw new SQLException("no row for lot " + lot + " (expected: one)");
            }
            return row.getLong(1);
        }
    }

    @Override
    public void close() throws SQLException {
        lock.close();
        insert.close();
        update.close();
    }
}
