package io.gavel.bidding;

import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Asks the service over HTTP, as somebody or as nobody. */
public record Http(BiddingStack stack, @Nullable String token) {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    public static Http anybody(BiddingStack stack) {
        return new Http(stack, null);
    }

    public static Http as(String account, BiddingStack stack, String... roles) {
        return new Http(stack, Tokens.of(account, roles));
    }

    /**
     * Asks.
     *
     * @param headers names and values in turn
     */
    public Answer get(String path, String... headers) {
        return send(request(path), headers);
    }

    /** Sends these bytes. */
    public Answer post(String path, byte[] body) {
        return send(request(path).POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(stack.url(path))).timeout(Duration.ofSeconds(20));
    }

    private Answer send(HttpRequest.Builder request, String... headers) {
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return new Answer(
                    CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new IllegalStateException(String.valueOf(request), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(String.valueOf(request), e);
        }
    }

    public record Answer(HttpResponse<byte[]> response) {

        public int status() {
            return response.statusCode();
        }

        /** A header; empty if it is not there. */
        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public byte[] bytes() {
            return response.body();
        }

        public String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        public List<String> lines() {
            return text().lines().toList();
        }

        public JsonNode json() {
            return Json.tree(bytes());
        }

        /** The sentence of a problem+json. */
        public String detail() {
            return json().path("detail").asString();
        }
    }
}
