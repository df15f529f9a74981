package io.gavel.gateway.wire;

import io.gavel.contracts.frame.ErrorCode;
import io.gavel.contracts.frame.ServerFrame;
import io.gavel.contracts.json.Json;
import io.netty.buffer.ByteBuf;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A frame as it goes out. It is encoded once and shared by all who receive it; nobody may change
 * its bytes.
 *
 * @param type the word in the frame, for metrics
 * @param utf8 the text
 * @param version of the lot, where what goes out beside the text tells a client where it is; else
 *     null
 * @param standing of which lot it says what is true now; else null
 * @param shared the whole WebSocket frame, for one that many receive; see {@link Shared}; else null
 */
public record Frame(
        String type,
        byte[] utf8,
        @Nullable Long version,
        @Nullable Standing standing,
        @Nullable ByteBuf shared) {

    /** Not a text but the transport's own ping, which every client answers by itself. */
    public static final Frame PING = new Frame("ping", new byte[0]);

    public Frame(String type, byte[] utf8) {
        this(type, utf8, null);
    }

    public Frame(String type, byte[] utf8, @Nullable Long version) {
        this(type, utf8, version, null, null);
    }

    /** A decision's exact bytes are its frame. */
    public static Frame decision(byte[] decision) {
        return new Frame("decision", decision);
    }

    public static Frame text(String type, String json) {
        return new Frame(type, json.getBytes(StandardCharsets.UTF_8));
    }

    public static Frame of(ServerFrame frame) {
        return new Frame(type(frame), Json.bytes(frame));
    }

    /** An {@code error}; the message says what came and what was expected, never a secret. */
    public static Frame error(
            ErrorCode code,
            String message,
            @Nullable Object id,
            @Nullable Object lot,
            @Nullable Long retryAfterMs) {
        return of(
                new ServerFrame.Problem(
                        code.word(),
                        message,
                        id == null ? null : id.toString(),
                        lot == null ? null : lot.toString(),
                        retryAfterMs));
    }

    /** The same, where it says what is true now. */
    public Frame standing(Standing how) {
        return new Frame(type, utf8, version, how, shared);
    }

    /** The same for many who receive it by WebSocket. */
    public Frame forMany() {
        return new Frame(type, utf8, version, standing, Shared.webSocketText(utf8));
    }

    public boolean isPing() {
        return utf8.length == 0;
    }

    public int bytes() {
        return utf8.length;
    }

    private static String type(ServerFrame frame) {
        return switch (frame) {
            case ServerFrame.Welcome _ -> "welcome";
            case ServerFrame.Authenticated _ -> "authenticated";
            case ServerFrame.Outbid _ -> "outbid";
            case ServerFrame.SaleFrame _ -> "sale";
            case ServerFrame.Heartbeat _ -> "heartbeat";
            case ServerFrame.Pong _ -> "pong";
            case ServerFrame.AdvisoryDecision _ -> "decision";
            case ServerFrame.Problem _ -> "error";
        };
    }
}
