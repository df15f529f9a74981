package io.gavel.bidding.batch;

import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;
import reactor.core.publisher.Mono;

/** Rows turned into one array a column, as {@code unnest} takes them. */
final class Columns {

    private Columns() {}

    static <R, C> C[] array(List<R> rows, Function<R, C> column, IntFunction<C[]> arrays) {
        return rows.stream().map(column).toArray(arrays);
    }

    /** Runs a statement on the rows, if there are any. */
    static Mono<Void> unlessEmpty(
            DatabaseClient database,
            List<?> rows,
            String statement,
            Function<GenericExecuteSpec, GenericExecuteSpec> binding) {
        return rows.isEmpty() ? Mono.empty() : binding.apply(database.sql(statement)).then();
    }
}
