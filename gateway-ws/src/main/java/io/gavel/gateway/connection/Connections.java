package io.gavel.gateway.connection;

import io.gavel.gateway.GatewayProperties;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/**
 * All connections of this gateway. When it stops, before anything else but its readiness, nobody is
 * let in any more, and those inside are told to come back to another one.
 */
@Component
public class Connections implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final Duration LOOK = Duration.ofMillis(20);

    private final Set<Client> open = ConcurrentHashMap.newKeySet();
    private final Duration drain;
    private final Duration patience;
    private volatile boolean running;

    Connections(GatewayProperties properties) {
        this.drain = properties.socket().drain();
        this.patience =
                drain.plus(properties.command().deadline()).plus(properties.socket().closeGrace());
    }

    /** Takes a connection in, or says that this gateway is stopping. */
    public boolean add(Client client) {
        open.add(client);
        return running;
    }

    public void remove(Client client) {
        open.remove(client);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop(Runnable stopped) {
        running = false;
        LOG.info("closing {} connections within {}", open.size(), patience);
        new Drain(open, drain).run().subscribe();
        Flux.interval(Duration.ZERO, LOOK)
                .takeWhile(_ -> !open.isEmpty())
                .take(patience)
                .doFinally(_ -> stopped.run())
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return DEFAULT_PHASE;
    }
}
