package io.gavel.settlement.database;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns: one array for each parameter of an {@code unnest}. */
public final class Columns<T> {

    private final List<T> rows;

    public Columns(List<T> rows) {
        this.rows = rows;
    }

    public @Nullable UUID[] uuids(Function<T, @Nullable UUID> column) {
        return array(column, UUID[]::new);
    }

    public @Nullable String[] texts(Function<T, @Nullable String> column) {
        return array(column, String[]::new);
    }

    public @Nullable Long[] longs(Function<T, @Nullable Long> column) {
        return array(column, Long[]::new);
    }

    public @Nullable Integer[] integers(Function<T, @Nullable Integer> column) {
        return array(column, Integer[]::new);
    }

    public @Nullable OffsetDateTime[] instants(Function<T, @Nullable Instant> column) {
        return array(
                row -> {
                    Instant instant = column.apply(row);
                    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
                },
                OffsetDateTime[]::new);
    }

    /** A column that is never null. */
    public static <C> C column(Readable row, String name, Class<C> type) {
        return Objects.requireNonNull(row.get(name, type), name);
    }

    private <C> @Nullable C[] array(
            Function<T, @Nullable C> column, IntFunction<@Nullable C[]> array) {
        return rows.stream().map(column).toArray(array);
    }
}
