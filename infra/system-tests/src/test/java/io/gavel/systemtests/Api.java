package io.gavel.systemtests;

import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Gavel's HTTP interface, as a client with standard tools speaks it. Every answer is held to what
 * the gateway's own documents say.
 */
public final class Api implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(15);

    private final HttpClient http = HttpClient.newHttpClient();
    private final URI gateway;
    private final PublishedInterface described;

    public Api(URI gateway) {
        this.gateway = gateway;
        this.described = new PublishedInterface(http, gateway);
    }

    /** An answer, whatever its status. */
    public record Answer(int status, byte[] body, String location, String type) {
        public JsonNode json() {
            return Json.tree(body);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public String token(String user, String... roles) {
        String list = "\"" + String.join("\",\"", roles) + "\"";
        return post("/demo/token", null, "{\"user\":\"" + user + "\",\"roles\":[" + list + "]}")
                .json()
                .get("token")
                .stringValue();
    }

    /** A token of somebody of whom more is to be said; a bidder unless roles are given. */
    String demoToken(Map<String, Object> said) {
        Map<String, Object> body = new HashMap<>(said);
        body.putIfAbsent("roles", List.of("BIDDER"));
        String json = new String(Json.bytes(body), StandardCharsets.UTF_8);
        return post("/demo/token", null, json).json().get("token").stringValue();
    }

    public Participant join(@Nullable String token) {
        Participant participant = new Participant(http, gateway, described);
        participant.await("welcome");
        if (token != null) {
            participant.say("{\"type\":\"auth\",\"token\":\"" + token + "\"}");
            participant.await("authenticated");
        }
        return participant;
    }

    public Answer get(String path, @Nullable String token) {
        return send(request(path, token).GET());
    }

    /** Tells something under a key. */
    Answer post(String path, String token, String key, String body) {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(body)));
    }

    public Answer post(String path, @Nullable String token, String body) {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(body)));
    }

    Answer put(String path, String token, String body) {
        return send(
                request(path, token)
                        .header("Content-Type", "application/json")
                        .PUT(BodyPublishers.ofString(body)));
    }

    Answer delete(String path, String token) {
        return send(request(path, token).DELETE());
    }

    /** The exact bytes of a lot's events, all of them. */
    public List<byte[]> log(String lot) {
        List<byte[]> lines = new ArrayList<>();
        List<byte[]> page;
        do {
            page = lines(get("/api/v1/lots/" + lot + "/log?after=" + lines.size(), null).body());
            lines.addAll(page);
        } while (!page.isEmpty());
        return lines;
    }

    private static List<byte[]> lines(byte[] body) {
        List<byte[]> lines = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < body.length; i++) {
            if (body[i] == '\n') {
                lines.add(java.util.Arrays.copyOfRange(body, start, i));
                start = i + 1;
            }
        }
        return lines;
    }

    private HttpRequest.Builder request(String path, @Nullable String token) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve(path)).timeout(ANSWER_LIMIT);
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpRequest asked = request.build();
            HttpResponse<byte[]> response = http.send(asked, BodyHandlers.ofByteArray());
            String type = response.headers().firstValue("Content-Type").orElse("");
            described.check(
                    asked.method(),
                    asked.uri().getPath(),
                    response.statusCode(),
                    type,
                    response.body());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("Location").orElse(""),
                    type);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
