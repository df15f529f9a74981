package io.gavel.localstack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/** One of Gavel's services, running from its executable jar in a process of its own. */
public final class ServiceProcess implements AutoCloseable {
    private static final Duration READY_LIMIT = Duration.ofMinutes(2);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(2);
    private static final int OK = 200;

    private final Children children;
    private final ServiceSpec spec;
    private ChildProcess process;

    private ServiceProcess(Children children, ServiceSpec spec) {
        this.children = children;
        this.spec = spec;
        this.process = launch(children, spec);
        awaitReady();
    }

    /**
     * Starts the service and returns when its readiness probe answers 200.
     *
     * @throws StackFailure if its jar is not built, it dies, or it is not ready within 120 s
     */
    static ServiceProcess start(Children children, ServiceSpec spec) {
        return new ServiceProcess(children, spec);
    }

    private static ChildProcess launch(Children children, ServiceSpec spec) {
        List<String> command =
                Programs.jvm(
                        Programs.Optimising.LATE,
                        Stream.concat(
                                        Stream.of("-Dlocalstack.data=" + children.dataDirectory()),
                                        spec.jar().command().stream())
                                .toArray(String[]::new));
        return children.start(Children.Role.SERVICE, spec.name(), command, spec.environment());
    }

    private void awaitReady() {
        URI probe = uri().resolve("/actuator/health/readiness");
        process.orKill(() -> {
            try (HttpClient http = HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build()) {
                Waits.until(
                        spec.name() + " at " + probe,
                        READY_LIMIT,
                        process,
                        () -> isReady(http, probe));
            }
        });
    }

    private static boolean isReady(HttpClient http, URI probe) {
        if (!FreePorts.isTaken(probe.getPort())) {
            return false;
        }
        HttpRequest request = HttpRequest.newBuilder(probe).timeout(ANSWER_LIMIT).build();
        try {
            return http.send(request, BodyHandlers.discarding()).statusCode() == OK;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while waiting for " + probe, e);
        }
    }

    public String name() {
        return spec.name();
    }

    /** {@code http://localhost:<port>}. */
    public URI uri() {
        return spec.uri();
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** Completes with the exit code once the present process has ended. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit();
    }

    /** Stops the service in order (SIGTERM), by force after 15 s. */
    public void stop() {
        Children.Role.SERVICE.stop(process);
    }

    /** Stops the service's JVM where it is (SIGSTOP): connections stay open, nothing answers. */
    public void suspend() {
        process.signal("STOP");
    }

    /** Lets a suspended service go on (SIGCONT). */
    public void resume() {
        process.signal("CONT");
    }

    /** Ends the service at once (SIGKILL). */
    public void kill() {
        process.kill();
    }

    /**
     * Starts the service again on the same port with the same environment and waits until it is
     * ready; stops it first if it runs.
     */
    public void restart() {
        stop();
        process = launch(children, spec);
        awaitReady();
    }

    @Override
    public void close() {
        stop();
    }
}
