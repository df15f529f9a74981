package io.gavel.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Waits for a service that has been started. */
final class Readiness {

    private static final Duration LIMIT = Duration.ofMinutes(2);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
    private static final int OK = 200;

    private Readiness() {}

    /**
     * Returns when the service says that it is ready.
     *
     * @throws IllegalStateException if it ends, or does not within 2 minutes; it is stopped then
     */
    static void await(ServiceJvm process, int port) {
        long until = System.nanoTime() + LIMIT.toNanos();
        try (HttpClient http = HttpClient.newHttpClient()) {
            while (!isReady(http, port)) {
                process.requireAlive();
                if (System.nanoTime() > until) {
                    process.close();
                    throw new IllegalStateException(
                            process.name() + " is not ready within " + LIMIT);
                }
                LockSupport.parkNanos(LOOK_NANOS);
            }
        }
    }

    private static boolean isReady(HttpClient http, int port) {
        URI health = URI.create("http://localhost:" + port + "/actuator/health/readiness");
        HttpRequest question = HttpRequest.newBuilder(health).timeout(ANSWER_LIMIT).build();
        try {
            return http.send(question, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a service", e);
        }
    }
}
