package io.gavel.gateway.feed;

import java.util.Locale;

/** How somebody who asked to go on where he was could do so. */
enum Recovery {
    /** What he lacked was in memory, if he lacked anything. */
    MEMORY,
    /** Some of it was read from the log. */
    LOG,
    /** He could not: he got a snapshot. */
    SNAPSHOT;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
