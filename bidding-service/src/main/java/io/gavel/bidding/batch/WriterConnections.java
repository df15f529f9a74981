package io.gavel.bidding.batch;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.util.Objects;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Connections of the batch writer's own, so that readers, however many, cannot hold it up. The pool
 * sets no deadline and so needs no timer for each batch: {@link DatabaseWait} has one.
 */
final class WriterConnections implements DisposableBean {

    /** One is used at a time; another while a broken one is given up. */
    private static final int MOST = 2;

    private final ConnectionPool pool;

    /**
     * @param readers the service's pool; the writer connects as that one does
     */
    WriterConnections(ConnectionFactory readers) {
        Object direct = readers instanceof Wrapped<?> wrapped ? wrapped.unwrap() : readers;
        this.pool =
                new ConnectionPool(
                        ConnectionPoolConfiguration.builder(
                                        (ConnectionFactory) Objects.requireNonNull(direct))
                                .initialSize(0)
                                .maxSize(MOST)
                                .build());
    }

    DatabaseClient client() {
        return DatabaseClient.create(pool);
    }

    @Override
    public void destroy() {
        pool.dispose();
    }
}
