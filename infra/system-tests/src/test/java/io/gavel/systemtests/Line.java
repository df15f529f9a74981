package io.gavel.systemtests;

import io.gavel.contracts.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One WebSocket, from its opening to its end, however it ends. */
final class Line implements WebSocket.Listener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;

    /** What comes. */
    sealed interface Heard {}

    record Text(String text, JsonNode json) implements Heard {
        String type() {
            return json.required("type").stringValue();
        }
    }

    /** Nothing more comes. */
    record Ended(int code, String reason) implements Heard {

        static final int BROKEN = 1006;

        /** How long the server asked to stay away; nothing if it could not ask. */
        Duration retryAfter() {
            return code == BROKEN
                    ? Duration.ZERO
                    : Duration.ofMillis(
                            Json.tree(reason.getBytes(StandardCharsets.UTF_8))
                                    .path("retryAfterMs")
                                    .longValue(0));
        }
    }

    /**
     * Opens a line.
     *
     * @throws CompletionException if one is not let in, or nobody is there
     */
    Line(HttpClient http, URI gateway) {
        socket =
                http.newWebSocketBuilder()
                        .subprotocols("gavel.v1")
                        .connectTimeout(PATIENCE)
                        .buildAsync(URI.create("ws://" + gateway.getAuthority() + "/ws"), this)
                        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join();
    }

    /** What came next, or nothing within that time. */
    @Nullable Heard next(Duration within) throws InterruptedException {
        return heard.poll(Math.max(0, within.toNanos()), TimeUnit.NANOSECONDS);
    }

    void say(String text) {
        try {
            socket.sendText(text, true).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        } catch (CompletionException e) {
            heard.add(new Ended(Ended.BROKEN, e.toString()));
        }
    }

    @Override
    public @Nullable CompletionStage<?> onText(
            WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            heard.add(new Text(text, Json.tree(text.getBytes(StandardCharsets.UTF_8))));
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        heard.add(new Ended(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        heard.add(new Ended(Ended.BROKEN, error.toString()));
    }

    @Override
    public void close() {
        socket.abort();
    }
}
