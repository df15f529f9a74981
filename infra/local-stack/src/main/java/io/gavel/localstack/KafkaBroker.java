package io.gavel.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A real Kafka broker (KRaft, broker and controller) in a JVM of its own. Its log stays in {@code
 * <data directory>/kafka} between runs. It takes no part in creating topics by itself: see {@link
 * Topics}.
 */
public final class KafkaBroker implements AutoCloseable {
    private static final String NAME = "kafka";
    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    private final Children children;
    private final int port;
    private final Programs.Optimising optimising;
    private final Optional<Secured> secured;
    private ChildProcess process;

    private KafkaBroker(
            Children children,
            int port,
            Programs.Optimising optimising,
            Optional<Secured> secured) {
        this.children = children;
        this.port = port;
        this.optimising = optimising;
        this.secured = secured;
        this.process = launch(children, port, optimising, secured);
        awaitReady();
    }

    /** Starts on a free port. */
    public static KafkaBroker start(Path dataDirectory) {
        return start(dataDirectory, FreePorts.next());
    }

    /** Starts on a free port, to be measured: slower to start, sooner at its full speed. */
    public static KafkaBroker startForSpeed(Path dataDirectory) {
        return new KafkaBroker(
                new Children(dataDirectory),
                FreePorts.next(),
                Programs.Optimising.AS_USUAL,
                Optional.empty());
    }

    /**
     * Starts on the given port and returns when the broker answers.
     *
     * @throws StackFailure if it does not within 120 s
     */
    public static KafkaBroker start(Path dataDirectory, int port) {
        return start(new Children(dataDirectory), port, Optional.empty());
    }

    /** Through its port anybody comes in; who is to be let in only with a password has another. */
    static KafkaBroker start(Children children, int port, Optional<Secured> secured) {
        KafkaBroker broker = new KafkaBroker(children, port, Programs.Optimising.LATE, secured);
        secured.ifPresent(access -> {
            try (Admin admin = broker.admin()) {
                new BrokerTopics(admin).letIn(Secured.USER, access.brokerPassword());
            } catch (IOException e) {
                throw new StackFailure("no password for Kafka: " + e.getMessage(), e);
            }
        });
        return broker;
    }

    private static ChildProcess launch(
            Children children,
            int port,
            Programs.Optimising optimising,
            Optional<Secured> secured) {
        Path home = children.dataDirectory().resolve(NAME);
        Path settings = home.resolve("server.properties");
        Path logs = home.resolve("log");
        ProcessRecord.endLeftover(children.dataDirectory(), NAME);
        try {
            Files.createDirectories(home);
            int controllerPort = FreePorts.next();
            BrokerSettings.write(
                    settings,
                    logs,
                    port,
                    controllerPort,
                    secured.isPresent() ? secured.get().broker(port, controllerPort) : Map.of());
        } catch (IOException e) {
            throw new StackFailure("cannot prepare " + home + ": " + e.getMessage(), e);
        }
        List<String> command =
                Programs.jvm(
                        optimising,
                        "-Xms256m",
                        "-Dlogback.configurationFile=io/gavel/localstack/broker-logback.xml",
                        BrokerMain.class.getName(),
                        settings.toString(),
                        logs.toString());
        return children.start(
                Children.Role.BROKER, NAME, command, Map.of("CLASSPATH", Programs.classPath()));
    }

    private void awaitReady() {
        process.orKill(
                () -> Waits.until("Kafka on port " + port, START_LIMIT, process, this::answers));
    }

    private boolean answers() {
        if (!FreePorts.isTaken(port)) {
            return false;
        }
        try (Admin admin = admin()) {
            return !admin.describeCluster()
                    .nodes()
                    .get(ANSWER_LIMIT.toSeconds(), TimeUnit.SECONDS)
                    .isEmpty();
        } catch (ExecutionException | TimeoutException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackFailure("interrupted while waiting for Kafka", e);
        }
    }

    /** {@code localhost:<port>}. */
    public String bootstrapServers() {
        return "localhost:" + port;
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    /** A client for administration; the caller closes it. */
    public Admin admin() {
        return Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers()));
    }

    /** Creates the topics that are not there yet. */
    public void createTopics(Collection<TopicSpec> topics) {
        try (Admin admin = admin()) {
            new BrokerTopics(admin).create(topics);
        }
    }

    /** Deletes the topics that are there, with all records and the groups' offsets in them. */
    public void deleteTopics(Collection<TopicSpec> topics) {
        try (Admin admin = admin()) {
            new BrokerTopics(admin).delete(topics);
        }
    }

    /** Stops the broker's JVM where it is (SIGSTOP): connections stay open, nothing answers. */
    public void suspend() {
        process.signal("STOP");
    }

    /** Lets a suspended broker go on (SIGCONT). */
    public void resume() {
        process.signal("CONT");
    }

    /** Ends the broker at once (SIGKILL). */
    public void kill() {
        process.kill();
    }

    /** Starts the broker again on the same log and port; stops it first if it runs. */
    public void restart() {
        close();
        process = launch(children, port, optimising, secured);
        awaitReady();
    }

    /** Completes with the exit code once the broker's present process has ended. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit();
    }

    /** Ends the broker in order, by force after 15 s. */
    @Override
    public void close() {
        Children.Role.BROKER.stop(process);
    }

    ChildProcess process() {
        return process;
    }
}
