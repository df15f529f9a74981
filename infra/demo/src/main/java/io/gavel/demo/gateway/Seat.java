package io.gavel.demo.gateway;

import io.gavel.contracts.json.Json;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One WebSocket connection of one account, from its beginning to its end. */
public final class Seat implements WebSocket.Listener {

    private static final int SEND_SECONDS = 15;

    /** Who hears what is said on it. Called on threads of the HTTP client; must not wait. */
    public interface Ear {
        void heard(JsonNode frame);

        /** It is over, or never began. Told once. */
        void ended(String why);
    }

    private final Ear ear;
    private final StringBuilder partial = new StringBuilder();
    private final CompletableFuture<WebSocket> opening;
    private CompletableFuture<?> sending;
    private boolean over;

    private Seat(Door door, Ear ear) {
        this.ear = ear;
        this.opening = door.connect(this);
        this.sending = opening;
        var _ =
                opening.whenComplete((_, failure) -> {
                    if (failure != null) {
                        end(failure.toString());
                    }
                });
    }

    /** Begins to connect. What is said meanwhile is sent when it has. */
    public static Seat take(Door door, String token, Ear ear) {
        Seat seat = new Seat(door, ear);
        seat.say(Map.of("type", "auth", "token", token));
        return seat;
    }

    /** Sends a frame behind those before it; if it cannot within 15 s, the connection ends. */
    public synchronized void say(Map<String, ?> frame) {
        if (over) {
            return;
        }
        String text = new String(Json.bytes(frame), StandardCharsets.UTF_8);
        sending =
                sending.thenCompose(_ -> opening.join().sendText(text, true))
                        .orTimeout(SEND_SECONDS, TimeUnit.SECONDS);
        var _ =
                sending.whenComplete((_, failure) -> {
                    if (failure != null) {
                        end(failure.toString());
                    }
                });
    }

    /** Whether it is over, or never began. */
    public synchronized boolean isOver() {
        return over;
    }

    public void leave() {
        var _ = opening.thenAccept(WebSocket::abort);
        end("left");
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonNode frame = Json.tree(partial.toString().getBytes(StandardCharsets.UTF_8));
            partial.setLength(0);
            ear.heard(frame);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        end(code + " " + reason);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable broken) {
        end(broken.toString());
    }

    private void end(String why) {
        synchronized (this) {
            if (over) {
                return;
            }
            over = true;
        }
        var _ = opening.thenAccept(WebSocket::abort);
        ear.ended(why);
    }
}
