package io.gavel.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

/**
 * A real PostgreSQL that keeps what it acknowledged: {@code fsync}, {@code full_page_writes} and
 * {@code synchronous_commit} are on. Data stays in {@code <data directory>/postgres} between runs.
 */
public final class PostgresServer implements AutoCloseable {
    private static final String NAME = "postgres";
    private static final Duration INIT_LIMIT = Duration.ofSeconds(60);
    private static final Duration START_LIMIT = Duration.ofMinutes(2);

    private final int port;
    private final ChildProcess process;

    private PostgresServer(int port, ChildProcess process) {
        this.port = port;
        this.process = process;
    }

    /** Starts on a free port. */
    public static PostgresServer start(Path dataDirectory) {
        return start(dataDirectory, FreePorts.next());
    }

    /**
     * Starts on the given port and returns when it takes connections. An earlier run that was
     * killed is recovered from.
     *
     * @throws StackFailure if it does not start within 120 s
     */
    public static PostgresServer start(Path dataDirectory, int port) {
        return start(new Children(dataDirectory), port, Optional.empty());
    }

    static PostgresServer start(Children children, int port, Optional<Secured> secured) {
        Path cluster = children.dataDirectory().resolve(NAME).resolve("cluster");
        Path bin = PostgresBinaries.bin();
        ProcessRecord.endLeftover(children.dataDirectory(), NAME);
        List<String> more;
        try {
            initialise(children, cluster, bin);
            Unprivileged.own(cluster);
            forgetReusedPid(cluster.resolve("postmaster.pid"));
            more =
                    secured.isPresent()
                            ? SecuredPostgres.settings(cluster, secured.get())
                            : List.of();
        } catch (IOException e) {
            throw new StackFailure("cannot prepare " + cluster + ": " + e.getMessage(), e);
        }
        ChildProcess process =
                children.start(
                        Children.Role.DATABASE, NAME, command(bin, cluster, port, more), Map.of());
        PostgresServer server = new PostgresServer(port, process);
        process.orKill(() ->
                Waits.until(
                        "PostgreSQL on port " + port,
                        START_LIMIT,
                        process,
                        server.databases()::answer));
        return server;
    }

    private static void initialise(Children children, Path cluster, Path bin) throws IOException {
        if (Files.isDirectory(cluster)) {
            return;
        }
        Path unfinished = cluster.resolveSibling("unfinished");
        Folders.delete(unfinished);
        Files.createDirectories(unfinished);
        Files.setPosixFilePermissions(unfinished, PosixFilePermissions.fromString("rwx------"));
        Unprivileged.own(unfinished);
        List<String> command =
                new ArrayList<>(
                        List.of(
                                bin.resolve("initdb").toString(),
                                "--pgdata=" + unfinished,
                                "--username=postgres",
                                "--auth=trust"));
        command.addAll(PostgresSettings.cluster());
        ChildProcess initdb =
                ChildProcess.start(
                        children.dataDirectory(),
                        "initdb",
                        Unprivileged.command(command),
                        Map.of());
        initdb.orKill(() -> Waits.until("initdb", INIT_LIMIT, () -> !initdb.isAlive()));
        if (initdb.exitCode() != 0) {
            throw new StackFailure(initdb.obituary() + "\n" + initdb.lastWords());
        }
        Files.move(unfinished, cluster);
    }

    /**
     * PostgreSQL leaves its pid behind when it is killed, and does not start while a process has
     * that pid, whichever it is.
     */
    private static void forgetReusedPid(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return;
        }
        long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        boolean postgres =
                ProcessHandle.of(pid)
                        .flatMap(process -> process.info().command())
                        .map(command -> command.endsWith(NAME))
                        .orElse(true);
        if (!postgres) {
            Files.delete(pidFile);
        }
    }

    private static List<String> command(Path bin, Path cluster, int port, List<String> more) {
        List<String> settings =
                new ArrayList<>(
                        List.of(
                                "port=" + port,
                                "listen_addresses=localhost",
                                "unix_socket_directories="));
        settings.addAll(PostgresSettings.server());
        List<String> command =
                new ArrayList<>(List.of(bin.resolve(NAME).toString(), "-D", cluster.toString()));
        Stream.concat(settings.stream(), more.stream())
                .forEach(setting -> command.addAll(List.of("-c", setting)));
        return Unprivileged.command(command);
    }

    public int port() {
        return port;
    }

    public long pid() {
        return process.pid();
    }

    public Databases databases() {
        return new Databases(port);
    }

    /** How to reach the database of that name, be it there or not. */
    public Database database(String name) {
        return databases().named(name);
    }

    /** Creates the database unless it is there already; the name is a plain SQL identifier. */
    public Database createDatabase(String name) {
        return databases().create(name);
    }

    /** Opens a JDBC connection; the caller closes it. */
    public Connection connect(String database) throws SQLException {
        return databases().connect(database);
    }

    /** Completes with the exit code once the server has ended, whyever. */
    public CompletableFuture<Integer> onExit() {
        return process.onExit();
    }

    /** Ends the server as a power cut would. */
    public void kill() {
        process.kill();
    }

    /** Ends the server's connections and the server, by force after 15 s. */
    @Override
    public void close() {
        Children.Role.DATABASE.stop(process);
    }

    ChildProcess process() {
        return process;
    }
}
