package io.gavel.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * The processes that were started for one data directory. None of them outlives this JVM, unless it
 * is killed; then the next start for the same directory ends them.
 */
final class Children implements AutoCloseable {
    /**
     * Who is stopped before whom: guests before services, services before the broker, the broker
     * before the database. Without its guests the house goes on.
     */
    enum Role {
        GUEST("TERM", Duration.ofSeconds(5)),
        SERVICE("TERM", Duration.ofSeconds(15)),
        BROKER("TERM", Duration.ofSeconds(15)),
        DATABASE("INT", Duration.ofSeconds(15));

        private final String stopSignal;
        private final Duration stopGrace;

        Role(String stopSignal, Duration stopGrace) {
            this.stopSignal = stopSignal;
            this.stopGrace = stopGrace;
        }

        void stop(ChildProcess child) {
            child.stop(stopSignal, stopGrace);
        }
    }

    private record Child(Role role, ChildProcess process) {}

    private final Path dataDirectory;
    private final List<Child> running = new ArrayList<>();
    private final CompletableFuture<ChildProcess> firstDeath = new CompletableFuture<>();
    private boolean closed;

    Children(Path dataDirectory) {
        this.dataDirectory = dataDirectory.toAbsolutePath().normalize();
    }

    Path dataDirectory() {
        return dataDirectory;
    }

    /** Completes when a process ends that nobody asked to end, and that is no guest. */
    CompletableFuture<ChildProcess> firstDeath() {
        return firstDeath;
    }

    /** Ends what an earlier launcher left behind for this data directory because it was killed. */
    void endLeftovers() {
        ProcessRecord.names(dataDirectory)
                .forEach(name -> ProcessRecord.endLeftover(dataDirectory, name));
    }

    /**
     * Starts a process.
     *
     * @throws StackFailure if the program cannot be started, or everything is being stopped
     */
    synchronized ChildProcess start(
            Role role, String name, List<String> command, Map<String, String> environment) {
        if (closed) {
            throw new StackFailure(name + " is not started any more: everything is being stopped");
        }
        if (running.isEmpty()) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::close, "children-end"));
        }
        ChildProcess process = ChildProcess.start(dataDirectory, name, command, environment);
        running.add(new Child(role, process));
        var _ = process.onExit().thenRun(() -> ended(role, process));
        return process;
    }

    private synchronized void ended(Role role, ChildProcess process) {
        running.removeIf(child -> child.process() == process);
        if (role != Role.GUEST && !process.wasAskedToEnd()) {
            firstDeath.complete(process);
        }
    }

    /**
     * Stops all: guests, then services at once, then the broker, then the database; each is killed
     * after 15 s.
     */
    @Override
    public void close() {
        for (Role role : Role.values()) {
            List<Thread> stops =
                    close(role).stream()
                            .map(child -> Thread.ofVirtual().start(() -> role.stop(child)))
                            .toList();
            for (Thread stop : stops) {
                try {
                    stop.join();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private synchronized List<ChildProcess> close(Role role) {
        closed = true;
        return running.stream().filter(child -> child.role() == role).map(Child::process).toList();
    }
}
