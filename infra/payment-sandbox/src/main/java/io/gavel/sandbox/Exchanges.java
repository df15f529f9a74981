package io.gavel.sandbox;

import com.sun.net.httpserver.HttpExchange;
import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.util.Map;

/** Reads requests and writes answers. */
final class Exchanges {

    private static final int MOST_BYTES = 16 * 1024;

    private Exchanges() {}

    /**
     * The body as JSON.
     *
     * @throws IllegalArgumentException if it is not of that type
     */
    static <T> T body(HttpExchange exchange, Class<T> type) throws IOException {
        byte[] bytes = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "body: more than " + MOST_BYTES + " bytes (expected: at most that)");
        }
        try {
            return Json.read(bytes, type);
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "body: cannot be read (expected: JSON as documented)", e);
        }
    }

    static void answer(HttpExchange exchange, int status, Object value) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        write(exchange, status, Json.bytes(value));
    }

    static void problem(HttpExchange exchange, int status, String word, String detail)
            throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/problem+json");
        write(
                exchange,
                status,
                Json.bytes(Map.of("status", status, "code", word, "detail", detail)));
    }

    static void write(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }
}
