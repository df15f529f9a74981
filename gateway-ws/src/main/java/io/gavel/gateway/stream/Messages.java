package io.gavel.gateway.stream;

import io.gavel.gateway.wire.Frame;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Frames as the messages of an event stream (WHATWG HTML, server-sent events). A frame's text is
 * one line of JSON, so one {@code data} field holds its exact bytes.
 */
final class Messages {

    private static final String END = "\n\n";

    private Messages() {}

    static void write(Frame frame, ByteBuf out) {
        Long version = frame.version();
        if (version != null) {
            text("id: " + version + "\n", out);
        }
        text("event: " + frame.type() + "\ndata: ", out);
        out.writeBytes(frame.utf8());
        text(END, out);
    }

    /** How long a client waits before it comes back, from now on. */
    static void retry(Duration delay, ByteBuf out) {
        text("retry: " + delay.toMillis() + END, out);
    }

    private static void text(String ascii, ByteBuf out) {
        out.writeCharSequence(ascii, StandardCharsets.US_ASCII);
    }
}
