package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody with a WebSocket open: bidder, seller or spectator. Keeps every frame he got, with the
 * time.
 */
public final class Participant implements WebSocket.Listener, AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Frame> frames = new CopyOnWriteArrayList<>();
    private final StringBuilder partial = new StringBuilder();
    private final List<String> wrong = new CopyOnWriteArrayList<>();
    private final PublishedInterface described;
    private final WebSocket socket;
    private volatile int closeCode;

    /** A frame and when it came, by the clock of this machine. */
    record Frame(Instant at, String text, JsonNode json) {
        String type() {
            return json.get("type").stringValue();
        }
    }

    Participant(HttpClient http, URI gateway, PublishedInterface described) {
        this.described = described;
        URI address = URI.create("ws://" + gateway.getAuthority() + "/ws");
        socket =
                http.newWebSocketBuilder()
                        .subprotocols("gavel.v1")
                        .connectTimeout(PATIENCE)
                        .buildAsync(address, this)
                        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join();
    }

    @Override
    public @Nullable CompletionStage<?> onText(
            WebSocket webSocket, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            String text = partial.toString();
            partial.setLength(0);
            JsonNode json = Json.tree(text.getBytes(StandardCharsets.UTF_8));
            frames.add(new Frame(Instant.now(), text, json));
            described.problemsOfFrame(json).forEach(problem -> wrong.add(problem + " in " + text));
        }
        webSocket.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(
            WebSocket webSocket, int statusCode, String reason) {
        closeCode = statusCode;
        return null;
    }

    void say(String text) {
        socket.sendText(text, true).orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
    }

    void watch(String lot, String feed) {
        say("{\"type\":\"watch\",\"lot\":\"" + lot + "\",\"feed\":\"" + feed + "\"}");
    }

    public void watchAfter(String lot, long after) {
        say(
                "{\"type\":\"watch\",\"lot\":\""
                        + lot
                        + "\",\"feed\":\"log\",\"after\":"
                        + after
                        + "}");
    }

    /** Bids and returns the decision. */
    public JsonNode bid(String lot, long amount) {
        String id = UUID.randomUUID().toString();
        sendBid(id, lot, amount);
        return await("decision", frame -> frame.get("id").stringValue().equals(id)).json();
    }

    void sendBid(String id, String lot, long amount) {
        say(
                "{\"type\":\"bid\",\"id\":\""
                        + id
                        + "\",\"lot\":\""
                        + lot
                        + "\",\"amount\":"
                        + amount
                        + "}");
    }

    Frame await(String type) {
        return await(type, _ -> true);
    }

    /** The first frame of a type, among all there were, that fits. */
    Frame await(String type, Predicate<JsonNode> fits) {
        assertThat(wrong).as("frames that are not as described").isEmpty();
        return Awaitility.await("a frame of type " + type)
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(
                        () ->
                                all(type).stream()
                                        .filter(frame -> fits.test(frame.json()))
                                        .findFirst(),
                        first -> first.isPresent())
                .orElseThrow();
    }

    List<Frame> all(String type) {
        return frames.stream().filter(frame -> frame.type().equals(type)).toList();
    }

    /** Every event of a lot that came on the log feed, in the order it came. */
    List<JsonNode> events(String lot) {
        return all("log").stream()
                .filter(frame -> frame.json().get("lot").stringValue().equals(lot))
                .flatMap(frame -> frame.json().get("events").values().stream())
                .toList();
    }

    public JsonNode awaitEvent(String lot, String type) {
        return Awaitility.await("event " + type)
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(
                        () ->
                                events(lot).stream()
                                        .filter(event ->
                                                event.get("type").stringValue().equals(type))
                                        .findFirst(),
                        first -> first.isPresent())
                .orElseThrow();
    }

    /** The code the server closed with; 0 while it is open. */
    int closeCode() {
        return closeCode;
    }

    boolean isOpen() {
        return !socket.isInputClosed();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
