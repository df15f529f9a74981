package io.gavel.settlement.sellerhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.gavel.contracts.json.Json;
import io.gavel.settlement.payment.Secret;
import io.gavel.settlement.payment.WebhookReader;
import io.gavel.settlement.payment.sandbox.SandboxWebhooks;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.springframework.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** A seller's server: keeps what comes, and answers as it is told, else 200. */
final class HookReceiver implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    /** One that came. */
    record Came(HttpHeaders headers, byte[] body) {

        String id() {
            return String.valueOf(headers.getFirst("webhook-id"));
        }

        JsonNode json() {
            return Json.tree(body);
        }

        String type() {
            return json().required("type").stringValue();
        }

        /** By a reader that was written for somebody else's webhooks. */
        boolean isSignedWith(String secret) {
            return !(new SandboxWebhooks(
                                    Secret.of(secret),
                                    Duration.ofMinutes(5),
                                    InstantSource.system())
                            .read(headers, body)
                    instanceof WebhookReader.Reading.Forged);
        }
    }

    /** How it answers. */
    interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    final List<Came> came = new CopyOnWriteArrayList<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    HookReceiver() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::take);
        server.setExecutor(threads);
        server.start();
    }

    private void take(HttpExchange exchange) throws IOException {
        HttpHeaders headers = new HttpHeaders();
        exchange.getRequestHeaders().forEach((name, values) -> headers.addAll(name, values));
        Answer answer = answers.poll();
        came.add(new Came(headers, exchange.getRequestBody().readAllBytes()));
        try (exchange) {
            (answer == null ? status(200) : answer).to(exchange);
        }
    }

    /** Answers the next ones so. */
    void next(Answer... next) {
        answers.addAll(List.of(next));
    }

    static Answer status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    Answer redirect() {
        return exchange -> {
            exchange.getResponseHeaders().add("Location", url());
            exchange.sendResponseHeaders(307, -1);
        };
    }

    /** Until the end. */
    Answer silence() {
        return exchange -> {
            try {
                over.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        };
    }

    /** 200, and then bytes as long as somebody takes them. */
    static Answer endless() {
        return exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] bytes = "x".repeat(8_192).getBytes(UTF_8);
            try (OutputStream body = exchange.getResponseBody()) {
                while (!Thread.currentThread().isInterrupted()) {
                    body.write(bytes);
                }
            }
        };
    }

    int port() {
        return server.getAddress().getPort();
    }

    String url() {
        return "http://127.0.0.1:" + port() + "/hooks";
    }

    List<Came> await(int count, Predicate<Came> wanted) {
        return Awaitility.await(count + " webhooks")
                .atMost(DEADLINE)
                .pollInterval(Duration.ofMillis(10))
                .until(() -> came.stream().filter(wanted).toList(), those -> those.size() >= count);
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
