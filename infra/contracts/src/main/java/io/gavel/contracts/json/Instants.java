package io.gavel.contracts.json;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * How an instant is spelled in every message: UTC, ISO 8601, always three digits of milliseconds.
 */
public final class Instants {

    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter().withZone(ZoneOffset.UTC);

    private Instants() {}

    public static String format(Instant instant) {
        return FORMAT.format(instant);
    }
}
