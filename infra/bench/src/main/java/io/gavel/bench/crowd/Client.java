package io.gavel.bench.crowd;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** One WebSocket client of a {@link Crowd}. */
public final class Client {

    private static final long LONGEST_WRITE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Parser parser;

    Client(SocketChannel channel, SelectionKey key, Ear ear, Runnable upgraded) {
        this.channel = channel;
        this.key = key;
        this.parser = new Parser(ear, upgraded, this::write);
    }

    /** Asks for something. Any thread may. */
    public void send(String text) {
        write(ClientFrames.text(text.getBytes(StandardCharsets.UTF_8)));
    }

    /** Reads nothing from now on; what comes stays where it is. */
    public void stopReading() {
        key.interestOps(0);
    }

    /** Takes what has come. On the loop's thread only. */
    void read(byte[] shared) {
        ByteBuffer into = ByteBuffer.wrap(shared);
        parser.resume(into);
        int read;
        try {
            read = channel.read(into);
        } catch (IOException e) {
            read = -1;
        }
        parser.parse(shared, into.position());
        if (read < 0) {
            close();
            parser.ended();
        }
    }

    void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException("a client cannot be closed: " + e.getMessage(), e);
        }
    }

    /** Writes all of it; a small frame hardly ever has to wait for the kernel. */
    synchronized void write(ByteBuffer bytes) {
        long until = System.nanoTime() + LONGEST_WRITE_NANOS;
        try {
            while (bytes.hasRemaining()) {
                if (channel.write(bytes) == 0 && System.nanoTime() > until) {
                    throw new IllegalStateException(
                            "the gateway takes nothing (expected: within 10 s)");
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("the gateway broke a line: " + e.getMessage(), e);
        }
    }
}
