package io.gavel.bidding.batch;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ValidationDepth;
import io.r2dbc.spi.Wrapped;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * Connections of the batch writer's own, so that readers, however many, cannot hold it up: one that
 * is held for writing, since taking it from a pool and giving it back would cost a small batch as
 * much as writing it, and a few for looking things up. None has a deadline: {@link DatabaseWait}
 * has.
 */
final class WriterConnections implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(WriterConnections.class);

    /** One look-up is made at a time; another while a broken connection is given up. */
    private static final int MOST_FOR_LOOK_UPS = 2;

    private final ConnectionFactory direct;
    private final ConnectionPool lookUps;
    private final AtomicReference<@Nullable Connection> held = new AtomicReference<>();

    /**
     * @param readers the service's pool; the writer connects as that one does
     */
    WriterConnections(ConnectionFactory readers) {
        Object unpooled = readers instanceof Wrapped<?> wrapped ? wrapped.unwrap() : readers;
        this.direct = (ConnectionFactory) Objects.requireNonNull(unpooled);
        this.lookUps =
                new ConnectionPool(
                        ConnectionPoolConfiguration.builder(direct)
                                .initialSize(0)
                                .maxSize(MOST_FOR_LOOK_UPS)
                                .build());
    }

    DatabaseClient lookUps() {
        return DatabaseClient.create(lookUps);
    }

    /**
     * Works with the held connection, one at a time. It is let go when the work fails or is given
     * up, and made anew for the next; so is one that has broken meanwhile, since the driver does
     * not release what it is given to send over it.
     */
    <T> Mono<T> write(Function<Connection, Mono<T>> work) {
        return Mono.defer(() -> connection().flatMap(work))
                .doOnError(_ -> letGo())
                .doOnCancel(this::letGo);
    }

    private Mono<Connection> connection() {
        Connection known = held.get();
        if (known == null) {
            return connect();
        }
        return Mono.from(known.validate(ValidationDepth.LOCAL))
                .flatMap(works -> {
                    if (works) {
                        return Mono.just(known);
                    }
                    letGo();
                    return connect();
                });
    }

    private Mono<Connection> connect() {
        return Mono.<Connection>from(direct.create()).doOnNext(held::set);
    }

    private void letGo() {
        Connection broken = held.getAndSet(null);
        if (broken != null) {
            Mono.from(broken.close())
                    .subscribe(
                            _ -> {},
                            e -> LOG.debug("a connection that failed did not close: {}", e, e));
        }
    }

    @Override
    public void destroy() {
        letGo();
        lookUps.dispose();
    }
}
