package io.gavel.bidding.batch;

import java.util.Collection;
import java.util.function.Function;
import java.util.function.IntFunction;

/** Rows turned into one array a column, as {@code unnest} takes them. */
final class Columns {

    private Columns() {}

    static <R, C> C[] array(Collection<R> rows, Function<R, C> column, IntFunction<C[]> arrays) {
        C[] values = arrays.apply(rows.size());
        int i = 0;
        for (R row : rows) {
            values[i++] = column.apply(row);
        }
        return values;
    }
}
