package io.gavel.testkit;

import io.gavel.localstack.PostgresServer;
import java.nio.file.Path;

/** A PostgreSQL of processes of this machine. */
final class EmbeddedDatabaseServer implements DatabaseServer {
    private final Path folder = AtEnd.folder("postgres");
    private PostgresServer processes = PostgresServer.start(folder);

    @Override
    public int port() {
        return processes.port();
    }

    @Override
    public void stop() {
        processes.close();
    }

    @Override
    public void kill() {
        processes.kill();
    }

    @Override
    public void restart() {
        stop();
        processes = PostgresServer.start(folder, port());
    }

    @Override
    public void close() {
        stop();
    }
}
