package io.gavel.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells what became of charges, one message after the other. Each is tried at most 5 times, 100 ms
 * to 1.6 s apart; at most 1,000 wait, further ones are lost and logged.
 */
final class WebhookSender implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WebhookSender.class.getName());
    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final Duration FIRST_WAIT = Duration.ofMillis(100);
    private static final int ATTEMPTS = 5;
    private static final int QUEUED = 1_000;
    private static final String WRONG_SECRET = "whsec_d3Jvbmc=";

    private record Message(String id, String body, String secret) {}

    private volatile @Nullable URI target;
    private final String secret;
    private final AtomicLong sent = new AtomicLong();
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(LIMIT).build();
    private final ThreadPoolExecutor sender =
            new ThreadPoolExecutor(
                    1,
                    1,
                    0,
                    TimeUnit.SECONDS,
                    new ArrayBlockingQueue<>(QUEUED),
                    Thread.ofPlatform().daemon().name("webhooks").factory(),
                    (_, _) -> LOG.log(System.Logger.Level.WARNING, "webhook lost: queue full"));

    /**
     * Sends to one target.
     *
     * @param target null: nobody is told
     */
    WebhookSender(@Nullable URI target, String secret) {
        this.target = target;
        this.secret = secret;
    }

    void to(URI newTarget) {
        target = newTarget;
    }

    /** Tells that a charge was begun and, if so, what became of it. */
    void begun(Charge charge, Fault fault) {
        Message created =
                message(
                        charge.kind() + ".created",
                        charge.with(Charge.Status.PENDING, null),
                        fault);
        if (charge.status() == Charge.Status.PENDING) {
            send(fault, created);
            return;
        }
        Message settled = message(charge.kind() + "." + charge.status().word(), charge, fault);
        if (fault == Fault.DISORDERED_WEBHOOKS) {
            send(fault, settled, created);
        } else {
            send(fault, created, settled);
        }
    }

    /** Tells what became of a charge that was pending. */
    void settled(Charge charge) {
        send(Fault.NONE, message(charge.kind() + "." + charge.status().word(), charge, Fault.NONE));
    }

    private Message message(String type, Charge charge, Fault fault) {
        String id = "msg_" + sent.incrementAndGet();
        byte[] body =
                Json.bytes(
                        Map.of(
                                "type", type,
                                "timestamp", Instant.now(),
                                "data", charge));
        return new Message(
                id,
                new String(body, UTF_8),
                fault == Fault.FORGED_WEBHOOKS ? WRONG_SECRET : secret);
    }

    private void send(Fault fault, Message... messages) {
        int copies =
                switch (fault) {
                    case LOST_WEBHOOKS -> 0;
                    case DUPLICATE_WEBHOOKS -> 2;
                    default -> 1;
                };
        URI to = target;
        if (to != null) {
            List<Message> all =
                    Stream.of(messages)
                            .flatMap(each -> IntStream.range(0, copies).mapToObj(_ -> each))
                            .toList();
            sender.execute(() -> all.forEach(each -> deliver(to, each)));
        }
    }

    private void deliver(URI to, Message message) {
        try {
            Duration wait = FIRST_WAIT;
            for (int attempt = 1; !isTaken(to, message); attempt++) {
                if (attempt == ATTEMPTS) {
                    LOG.log(System.Logger.Level.WARNING, "{0} not taken by {1}", message.id(), to);
                    return;
                }
                TimeUnit.NANOSECONDS.sleep(wait.toNanos());
                wait = wait.multipliedBy(2);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What is refused for its content, 4xx, will not be taken later. */
    private boolean isTaken(URI to, Message message) throws InterruptedException {
        long now = Instant.now().getEpochSecond();
        HttpRequest request =
                HttpRequest.newBuilder(to)
                        .timeout(LIMIT)
                        .header("Content-Type", "application/json")
                        .header("webhook-id", message.id())
                        .header("webhook-timestamp", Long.toString(now))
                        .header(
                                "webhook-signature",
                                Signature.of(message.secret(), message.id(), now, message.body()))
                        .POST(HttpRequest.BodyPublishers.ofString(message.body(), UTF_8))
                        .build();
        try {
            int status = http.send(request, BodyHandlers.discarding()).statusCode();
            return status / 100 == 2 || status / 100 == 4;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        sender.shutdownNow();
        http.shutdownNow();
    }
}
