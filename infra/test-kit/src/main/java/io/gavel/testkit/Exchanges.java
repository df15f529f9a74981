package io.gavel.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Requests to a {@link TestIssuer} and its answers, as RFC 6749 has them. */
final class Exchanges {

    static final int NO_CONTENT = 204;
    private static final int FOUND = 302;

    private Exchanges() {}

    /** Answers anybody, also the page of another origin. */
    static void answer(HttpExchange exchange, int status, Map<String, Object> json)
            throws IOException {
        byte[] body = Json.bytes(json);
        Headers headers = exchange.getResponseHeaders();
        headers.set("Content-Type", "application/json");
        headers.set("Access-Control-Allow-Origin", "*");
        headers.set("Access-Control-Allow-Headers", "*");
        boolean empty = status == NO_CONTENT;
        exchange.sendResponseHeaders(status, empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    static void redirect(HttpExchange exchange, String there) throws IOException {
        exchange.getResponseHeaders().set("Location", there);
        exchange.sendResponseHeaders(FOUND, -1);
        exchange.close();
    }

    static Map<String, String> form(@Nullable String encoded) {
        Map<String, String> form = new HashMap<>();
        for (String pair : (encoded == null ? "" : encoded).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(
                    URLDecoder.decode(parts[0], UTF_8),
                    parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "");
        }
        return form;
    }
}
