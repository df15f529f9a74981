package io.gavel.systemtests.fuzz;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;

/** A TCP connection to the gateway; nothing waits on it for longer than its deadline. */
final class Line implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Socket socket = new Socket();
    private final InputStream in;

    Line(Stage stage) throws IOException {
        int colon = stage.authority().lastIndexOf(':');
        socket.setTcpNoDelay(true);
        socket.connect(
                new InetSocketAddress(
                        stage.authority().substring(0, colon),
                        Integer.parseInt(stage.authority().substring(colon + 1))),
                (int) DEADLINE.toMillis());
        socket.setSoTimeout((int) DEADLINE.toMillis());
        in = new BufferedInputStream(socket.getInputStream());
    }

    InputStream in() {
        return in;
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** The server reads the end of what is sent. */
    void sayNoMore() throws IOException {
        socket.shutdownOutput();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
