package io.gavel.systemtests;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/** A seller's server on this machine, which his webhooks are sent to. */
final class WebhookReceiver implements AutoCloseable {

    private record Came(String head, String signature, String body) {}

    private final List<Came> came = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private final Api api;
    private final String token;
    private final String path;
    private final byte[] key;

    private WebhookReceiver(Api api, String token) throws IOException {
        this.api = api;
        this.token = token;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::take);
        server.start();
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/gavel";
        Api.Answer made =
                api.post("/api/v1/me/webhooks", token, "none", "{\"url\":\"" + url + "\"}");
        assertThat(made.status()).as(made.text()).isEqualTo(201);
        JsonNode hook = Json.tree(made.text().getBytes(UTF_8));
        path = "/api/v1/me/webhooks/" + hook.required("id").stringValue();
        key =
                Base64.getDecoder()
                        .decode(hook.required("secret").stringValue().replace("whsec_", ""));
    }

    /** Has the seller told here. */
    static WebhookReceiver of(Api api, String token) {
        try {
            return new WebhookReceiver(api, token);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String head =
                    header(exchange, "webhook-id") + "." + header(exchange, "webhook-timestamp");
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            came.add(new Came(head, header(exchange, "webhook-signature"), body));
            exchange.sendResponseHeaders(204, -1);
        }
    }

    private static String header(HttpExchange exchange, String name) {
        return Objects.requireNonNull(exchange.getRequestHeaders().getFirst(name), name);
    }

    /** Waits until it is told this of the lot, and looks at the signature. */
    void awaitSigned(String type, String lot) {
        Came wanted =
                Awaitility.await(type + " of lot " + lot)
                        .atMost(Duration.ofSeconds(30))
                        .until(
                                () ->
                                        came.stream()
                                                .filter(it ->
                                                        it.body().contains("\"" + type + "\""))
                                                .filter(it -> it.body().contains(lot))
                                                .findFirst()
                                                .orElse(null),
                                Objects::nonNull);
        assertThat(wanted.signature()).isEqualTo("v1," + hmac(wanted.head() + "." + wanted.body()));
    }

    private String hmac(String signed) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        api.delete(path, token);
        server.stop(0);
    }
}
