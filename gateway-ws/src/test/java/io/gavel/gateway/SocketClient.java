package io.gavel.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client on a real WebSocket. */
public final class SocketClient implements AutoCloseable, WebSocket.Listener {

    private static final long DEADLINE_SECONDS = 10;
    private static final int GLANCE_MILLIS = 20;

    private final BlockingQueue<String> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Closed> closed = new CompletableFuture<>();
    private final StringBuilder text = new StringBuilder();
    private final WebSocket socket;
    private volatile boolean reading = true;

    SocketClient(HttpClient http, URI uri) {
        socket = within(http.newWebSocketBuilder().subprotocols("gavel.v1").buildAsync(uri, this));
        assertThat(socket.getSubprotocol()).isEqualTo("gavel.v1");
        assertThat(next("welcome").required("session").stringValue()).isNotBlank();
    }

    public SocketClient send(String frame) {
        within(socket.sendText(frame, true));
        return this;
    }

    /**
     * Sends this again after each answer, until the server has enough, at most so often: a server
     * that closes with something unread takes back what it said last.
     *
     * @param frame one that is always answered
     * @return the answers
     */
    public List<JsonNode> sendUntilClosed(String frame, int most) {
        List<JsonNode> answers = new ArrayList<>();
        while (answers.size() < most && !closed.isDone()) {
            send(frame);
            String answer = answerUnlessClosed();
            if (answer != null) {
                answers.add(Json.tree(answer.getBytes(StandardCharsets.UTF_8)));
            }
        }
        return answers;
    }

    private @Nullable String answerUnlessClosed() {
        try {
            String answer = null;
            while (answer == null && !closed.isDone()) {
                answer = frames.poll(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            }
            return answer;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    public SocketClient sendBinary(byte[] bytes) {
        within(socket.sendBinary(ByteBuffer.wrap(bytes), true));
        return this;
    }

    public SocketClient auth(String token) {
        return send("{\"type\":\"auth\",\"token\":\"" + token + "\"}");
    }

    public SocketClient watch(TestLot lot, String feed, @Nullable Long after) {
        return send(
                "{\"type\":\"watch\",\"lot\":\"%s\",\"feed\":\"%s\"%s}"
                        .formatted(lot.id(), feed, after == null ? "" : ",\"after\":" + after));
    }

    /** The next frame that is no heartbeat; it must be of this type. */
    public JsonNode next(String type) {
        JsonNode frame = Json.tree(nextText().getBytes(StandardCharsets.UTF_8));
        assertThat(frame.required("type").stringValue()).as(frame.toString()).isEqualTo(type);
        return frame;
    }

    /** The next frame that is no heartbeat, as it came. */
    public String nextText() {
        String frame;
        do {
            frame = poll();
        } while (frame.startsWith("{\"type\":\"heartbeat\""));
        return frame;
    }

    public JsonNode nextHeartbeat() {
        String frame;
        do {
            frame = poll();
        } while (!frame.startsWith("{\"type\":\"heartbeat\""));
        return Json.tree(frame.getBytes(StandardCharsets.UTF_8));
    }

    /** Checks that all that was sent for this client before has come: nothing but this pong. */
    public void hearsNothing() {
        send("{\"type\":\"ping\",\"t\":1}");
        next("pong");
    }

    public void stopReading() {
        reading = false;
    }

    public void readOn() {
        reading = true;
        socket.request(1);
    }

    private record Closed(int code, String reason) {}

    /** The code with which the server closes. */
    public int closeCode() {
        return within(closed).code();
    }

    /** The reason it gives. */
    public String closeReason() {
        return within(closed).reason();
    }

    @Override
    public @Nullable CompletionStage<?> onText(
            WebSocket webSocket, CharSequence data, boolean last) {
        text.append(data);
        if (last) {
            frames.add(text.toString());
            text.setLength(0);
        }
        if (reading) {
            webSocket.request(1);
        }
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
        closed.complete(new Closed(code, reason));
        return null;
    }

    @Override
    public void onError(WebSocket webSocket, Throwable error) {
        closed.completeExceptionally(error);
    }

    @Override
    public void close() {
        socket.abort();
    }

    private String poll() {
        try {
            String frame = frames.poll(DEADLINE_SECONDS, TimeUnit.SECONDS);
            assertThat(frame).as("a frame within " + DEADLINE_SECONDS + " s").isNotNull();
            return frame;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> T within(CompletableFuture<T> future) {
        try {
            return future.get(DEADLINE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }
}
