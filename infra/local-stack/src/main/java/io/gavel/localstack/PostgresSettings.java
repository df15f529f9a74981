package io.gavel.localstack;

import java.util.List;

/** What Gavel's PostgreSQL is told, wherever it runs: what it acknowledged it keeps. */
public final class PostgresSettings {
    private static final int MAX_CONNECTIONS = 100;

    private PostgresSettings() {}

    /** The server's settings, as in {@code fsync=on}. */
    public static List<String> server() {
        return List.of(
                "max_connections=" + MAX_CONNECTIONS,
                "fsync=on",
                "full_page_writes=on",
                "synchronous_commit=on",
                "shared_buffers=256MB",
                "max_wal_size=4GB",
                "checkpoint_timeout=15min",
                "timezone=UTC",
                "log_timezone=UTC");
    }

    /** What {@code initdb} is told besides the superuser: texts sort by their code points. */
    public static List<String> cluster() {
        return List.of(
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C");
    }
}
