package io.gavel.testkit;

import io.gavel.localstack.Database;
import java.util.concurrent.atomic.AtomicInteger;

/** The PostgreSQL server of a test JVM. */
public final class SharedPostgres {
    private final DatabaseServer server;
    private final AtomicInteger databases = new AtomicInteger();

    SharedPostgres(DatabaseServer server) {
        this.server = server;
    }

    /** Creates an empty database that nobody else uses; its name is the given one and a number. */
    public Database freshDatabase(String name) {
        return server.createDatabase(name + "_" + databases.incrementAndGet());
    }

    public DatabaseServer server() {
        return server;
    }
}
