package io.gavel.settlement.payment.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Speaks the calls of Stripe that are used, with its idempotency keys and a search that knows an
 * intent only once it is indexed. The card of customer {@code x} behaves as {@code x} says.
 */
public final class StripeDouble implements AutoCloseable {

    public record Intent(String id, Map<String, String> form, String status) {
        String key() {
            return form.getOrDefault("metadata[gavel_key]", "");
        }

        Intent with(String newStatus) {
            return new Intent(id, form, newStatus);
        }

        String json() {
            boolean refused =
                    form.get("customer").equals("cus_declined")
                            || form.get("customer").equals("cus_code");
            String error =
                    form.get("customer").equals("cus_code")
                            ? "{\"code\":\"expired_card\"}"
                            : "{\"code\":\"card_declined\",\"decline_code\":\"insufficient_funds\"}";
            return """
            {"id":"%s","object":"payment_intent","amount":%s,"amount_received":%s,"currency":"%s",
             "status":"%s","metadata":{"gavel_key":"%s"},"last_payment_error":%s}
            """
                    .formatted(
                            id,
                            form.get("amount"),
                            status.equals("succeeded") ? form.get("amount") : "0",
                            form.get("currency"),
                            status,
                            key(),
                            refused ? error : "null");
        }
    }

    record Answer(int status, String body) {}

    private final HttpServer server;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, Intent> intents = new LinkedHashMap<>();
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> forms = new LinkedHashMap<>();
    final RefundsDouble refunds = new RefundsDouble();
    private boolean indexed = true;
    private int errors;
    private final AtomicInteger holds = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    final List<String> calls = new CopyOnWriteArrayList<>();

    public StripeDouble() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(workers);
        server.createContext("/", this::handle);
        server.start();
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Whether the search shows what was made. */
    synchronized void indexed(boolean newIndexed) {
        indexed = newIndexed;
    }

    /** The next creations fail after they were made. */
    synchronized void failAfterCreating(int times) {
        errors = times;
    }

    /** The next creation is made and not answered until the end. */
    public void holdAfterCreating() {
        holds.set(1);
    }

    /** An intent comes to an end that was processing. */
    synchronized void settle(String key, String status) {
        intents.replaceAll((_, intent) -> intent.key().equals(key) ? intent.with(status) : intent);
    }

    public synchronized List<Intent> intents(String key) {
        return intents.values().stream().filter(intent -> intent.key().equals(key)).toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String call = exchange.getRequestMethod() + " " + path;
        calls.add(call);
        Answer answer =
                "Bearer sk_test".equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        ? answer(exchange, call)
                        : new Answer(401, "{\"error\":{\"type\":\"invalid_request_error\"}}");
        if (call.equals("POST /v1/payment_intents") && holds.getAndDecrement() > 0) {
            awaitEnd();
        }
        byte[] body = answer.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private void awaitEnd() {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Answer answer(HttpExchange exchange, String call) throws IOException {
        Map<String, String> form =
                form(
                        exchange.getRequestMethod().equals("GET")
                                ? exchange.getRequestURI().getRawQuery()
                                : new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        return switch (call) {
            case "GET /v1/customers/search" -> found(customer(form.get("query")));
            case "GET /v1/payment_intents/search" -> found(search(form.get("query")));
            case "POST /v1/refunds" ->
                    refunds.create(
                            exchange.getRequestHeaders().getFirst("Idempotency-Key"),
                            form,
                            intents);
            case "GET /v1/refunds" -> refunds.of(form.get("payment_intent"));
            case "POST /v1/payment_intents" ->
                    create(exchange.getRequestHeaders().getFirst("Idempotency-Key"), form);
            default ->
                    call.matches("POST /v1/payment_intents/[^/]+/cancel")
                            ? cancel(call.split("/", -1)[3])
                            : new Answer(404, "{\"error\":{\"code\":\"resource_missing\"}}");
        };
    }

    private static Answer found(String data) {
        return new Answer(
                200,
                "{\"object\":\"search_result\",\"url\":\"/\",\"has_more\":false,\"data\":["
                        + data
                        + "]}");
    }

    private static String customer(String query) {
        String account = query.replaceAll("^metadata\\['gavel_account']:'(.*)'$", "$1");
        if (account.equals("stranger")) {
            return "";
        }
        return """
        {"id":"cus_%s","object":"customer","invoice_settings":{"default_payment_method":%s}}
        """
                .formatted(
                        account, account.equals("penniless") ? "null" : "\"pm_" + account + "\"");
    }

    private String search(String query) {
        String key = query.replaceAll("^metadata\\['gavel_key']:'(.*)'$", "$1");
        return indexed
                ? intents(key).stream().map(Intent::json).collect(Collectors.joining(","))
                : "";
    }

    private Answer create(String idempotencyKey, Map<String, String> form) {
        Answer known = answers.get(idempotencyKey);
        if (known != null) {
            return forms.get(idempotencyKey).equals(form)
                    ? known
                    : new Answer(400, "{\"error\":{\"type\":\"idempotency_error\"}}");
        }
        Answer answer = created(form);
        forms.put(idempotencyKey, form);
        answers.put(idempotencyKey, answer);
        return answer;
    }

    private Answer created(Map<String, String> form) {
        String id = "pi_" + (intents.size() + 1);
        Intent intent =
                new Intent(
                        id,
                        form,
                        switch (form.get("customer")) {
                            case "cus_declined", "cus_code" -> "requires_payment_method";
                            case "cus_action" -> "requires_action";
                            case "cus_processing" -> "processing";
                            default -> "succeeded";
                        });
        intents.put(id, intent);
        if (errors > 0) {
            errors--;
            return new Answer(500, "{\"error\":{\"type\":\"api_error\"}}");
        }
        return intent.status().equals("requires_payment_method")
                ? new Answer(
                        402,
                        "{\"error\":{\"type\":\"card_error\",\"code\":\"card_declined\","
                                + "\"payment_intent\":"
                                + intent.json()
                                + "}}")
                : new Answer(200, intent.json());
    }

    private Answer cancel(String id) {
        Intent intent = intents.get(id);
        if (intent.status().equals("succeeded")) {
            return new Answer(400, "{\"error\":{\"code\":\"payment_intent_unexpected_state\"}}");
        }
        intents.put(id, intent.with("canceled"));
        return new Answer(200, intents.get(id).json());
    }

    private static Map<String, String> form(String encoded) {
        return Arrays.stream(encoded.split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(
                        Collectors.toMap(
                                pair -> URLDecoder.decode(pair[0], UTF_8),
                                pair -> pair.length < 2 ? "" : URLDecoder.decode(pair[1], UTF_8),
                                (_, last) -> last,
                                TreeMap::new));
    }

    @Override
    public void close() {
        end.countDown();
        server.stop(0);
        workers.shutdownNow();
    }
}
