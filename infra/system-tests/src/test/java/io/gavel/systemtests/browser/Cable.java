package io.gavel.systemtests.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * A line to a server that can be long, made deaf, or cut; whoever connects after that is served
 * again.
 */
final class Cable implements AutoCloseable {

    private final ServerSocket near;
    private final URI far;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private final Duration delay;
    private final ScheduledExecutorService postman =
            Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().factory());
    private volatile boolean deaf;

    Cable(URI far) {
        this(far, Duration.ZERO);
    }

    /** One on which everything takes that long in each direction. */
    Cable(URI far, Duration delay) {
        this.far = far;
        this.delay = delay;
        try {
            near = new ServerSocket(0, 50, InetAddress.getByName("localhost"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    URI uri() {
        return URI.create("http://localhost:" + near.getLocalPort());
    }

    /** From now on nothing of what the server says arrives. */
    void deafen() {
        deaf = true;
    }

    /** Breaks all connections there are; new ones work. */
    void cut() {
        sockets.forEach(Cable::close);
        deaf = false;
    }

    private void accept() {
        try {
            while (true) {
                Socket client = near.accept();
                Socket server = new Socket(far.getHost(), far.getPort());
                sockets.add(client);
                sockets.add(server);
                Thread.ofVirtual().start(() -> copy(client, server, false));
                Thread.ofVirtual().start(() -> copy(server, client, true));
            }
        } catch (IOException e) {
            sockets.forEach(Cable::close);
        }
    }

    private void copy(Socket from, Socket to, boolean audible) {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] some = new byte[8192];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                if (!(audible && deaf)) {
                    deliver(Arrays.copyOf(some, count), out);
                }
            }
            arrive(() -> {}).get();
        } catch (IOException | ExecutionException e) {
            // One end has broken, and so has the other now.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(from);
        }
    }

    /** All in the order in which they were sent. */
    private void deliver(byte[] bytes, OutputStream out) throws IOException {
        if (delay.isZero()) {
            out.write(bytes);
        } else {
            arrive(() -> out.write(bytes));
        }
    }

    private Future<?> arrive(Arrival arrival) {
        Callable<Void> later =
                () -> {
                    arrival.happens();
                    return null;
                };
        return postman.schedule(later, delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    private interface Arrival {
        void happens() throws IOException;
    }

    private static void close(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        near.close();
        cut();
        postman.shutdownNow();
    }
}
