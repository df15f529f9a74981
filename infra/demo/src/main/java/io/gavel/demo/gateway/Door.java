package io.gavel.demo.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One gateway, as anybody may use it. A call takes 10 s at the most. */
public final class Door {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HttpClient http;
    private final URI uri;

    public Door(HttpClient http, URI uri) {
        this.http = http;
        this.uri = uri;
    }

    public Answer get(String path, @Nullable String token) throws IOException {
        return send(request(path, token).GET());
    }

    public Answer post(String path, @Nullable String token, String type, byte[] body)
            throws IOException {
        return send(
                request(path, token)
                        .header("Content-Type", type)
                        .POST(BodyPublishers.ofByteArray(body)));
    }

    /** Opens a WebSocket; fails if that takes longer than a call may. */
    CompletableFuture<WebSocket> connect(WebSocket.Listener listener) {
        return http.newWebSocketBuilder()
                .subprotocols("gavel.v1")
                .connectTimeout(PATIENCE)
                .buildAsync(URI.create("ws://" + uri.getAuthority() + "/ws"), listener)
                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri.resolve(path)).timeout(PATIENCE);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) throws IOException {
        try {
            HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for " + uri, e);
        }
    }

    @Override
    public String toString() {
        return uri.toString();
    }
}
