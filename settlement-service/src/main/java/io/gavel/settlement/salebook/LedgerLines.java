package io.gavel.settlement.salebook;

import io.gavel.settlement.database.Columns;
import io.gavel.settlement.ledger.Bookkeeping;
import io.gavel.settlement.ledger.Entry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The ledger, in PostgreSQL: lines are added, never changed. */
@Component
class LedgerLines {

    private record Row(Turn turn, int number, String entry, Entry.Line line) {}

    private static final String ADD =
            """
            insert into ledger_line (lot, revision, line, entry, account, currency, minor, at)
            select * from unnest(:lot::uuid[], :revision::integer[], :line::integer[],
                :entry::text[], :account::text[], :currency::text[], :minor::bigint[],
                :at::timestamptz[])
            """;

    private final DatabaseClient database;

    LedgerLines(DatabaseClient database) {
        this.database = database;
    }

    Mono<Void> post(List<Turn> turns) {
        List<Row> rows = turns.stream().flatMap(turn -> rows(turn).stream()).toList();
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        Columns<Row> columns = new Columns<>(rows);
        return database.sql(ADD)
                .bind("lot", columns.uuids(row -> row.turn().lot().value()))
                .bind("revision", columns.integers(row -> row.turn().revision()))
                .bind("line", columns.integers(Row::number))
                .bind("entry", columns.texts(Row::entry))
                .bind("account", columns.texts(row -> row.line().account().name()))
                .bind("currency", columns.texts(row -> row.line().amount().currency()))
                .bind("minor", columns.longs(row -> row.line().amount().minor()))
                .bind("at", columns.instants(row -> row.turn().at()))
                .then();
    }

    private static List<Row> rows(Turn turn) {
        List<Row> rows = new ArrayList<>();
        turn.effects().stream()
                .flatMap(effect -> Bookkeeping.entry(effect, turn.sale().lot().seller()).stream())
                .forEach(entry ->
                        entry.lines()
                                .forEach(line ->
                                        rows.add(
                                                new Row(
                                                        turn,
                                                        rows.size() + 1,
                                                        entry.kind().word(),
                                                        line))));
        return rows;
    }
}
