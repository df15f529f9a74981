package io.gavel.systemtests.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line to a server that can be made deaf, or cut; whoever connects after that is served again.
 */
final class Cable implements AutoCloseable {

    private final ServerSocket near;
    private final URI far;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private volatile boolean deaf;

    Cable(URI far) {
        this.far = far;
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
                    out.write(some, 0, count);
                }
            }
        } catch (IOException e) {
            // One end has broken, and so has the other now.
        } finally {
            sockets.remove(from);
        }
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
    }
}
