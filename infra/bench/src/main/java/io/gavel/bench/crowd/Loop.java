package io.gavel.bench.crowd;

import java.io.IOException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** A thread that reads what its clients get. */
final class Loop implements AutoCloseable {

    private static final int BUFFER = 1024 * 1024;
    private static final long SELECT_MILLIS = 100;

    private final Selector selector;
    private final Thread thread;
    private final byte[] shared = new byte[BUFFER];
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private volatile boolean running = true;

    Loop(String name) {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new IllegalStateException("no selector: " + e.getMessage(), e);
        }
        thread = Thread.ofPlatform().name(name).daemon().start(this::run);
    }

    Client add(SocketChannel channel, Ear ear, Runnable upgraded) {
        try {
            SelectionKey key = channel.register(selector, 0);
            Client client = new Client(channel, key, ear, upgraded);
            key.attach(client);
            key.interestOps(SelectionKey.OP_READ);
            selector.wakeup();
            return client;
        } catch (IOException e) {
            throw new IllegalStateException("a client has gone: " + e.getMessage(), e);
        }
    }

    void requireFine() {
        Exception problem = failure.get();
        if (problem != null) {
            throw new IllegalStateException("a client: " + problem.getMessage(), problem);
        }
    }

    private void run() {
        while (running) {
            try {
                selector.select(this::read, SELECT_MILLIS);
            } catch (IOException | RuntimeException e) {
                failure.compareAndSet(null, e);
            }
        }
    }

    private void read(SelectionKey key) {
        if (key.attachment() instanceof Client client) {
            client.read(shared);
        }
    }

    @Override
    public void close() {
        running = false;
        selector.wakeup();
        try {
            thread.join();
            for (SelectionKey key : selector.keys().toArray(SelectionKey[]::new)) {
                if (key.attachment() instanceof Client client) {
                    client.close();
                }
            }
            selector.close();
        } catch (IOException e) {
            throw new IllegalStateException("a crowd cannot leave: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
