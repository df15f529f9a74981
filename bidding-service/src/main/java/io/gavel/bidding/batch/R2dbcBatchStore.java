package io.gavel.bidding.batch;

import static io.gavel.bidding.store.LotRow.column;

import io.gavel.bidding.auction.Hand;
import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.store.HandRow;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Paddle;
import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The batch writer's tables, read and written with array parameters. */
final class R2dbcBatchStore implements BatchStore {

    private final WriterConnections connections;
    private final DatabaseClient database;
    private final ProgressRows progress;

    R2dbcBatchStore(WriterConnections connections) {
        this.connections = connections;
        this.database = connections.lookUps();
        this.progress = new ProgressRows(database);
    }

    @Override
    public Mono<Map<Integer, PartitionProgress>> progressOf(Collection<Integer> partitions) {
        return progress.of(partitions);
    }

    @Override
    public Mono<List<LotEntry>> lots(Collection<LotId> ids) {
        return database.sql("select " + LotRow.COLUMNS + " from lot where lot = any(:lots)")
                .bind("lots", Columns.array(ids, LotId::value, UUID[]::new))
                .map(LotRow::of)
                .all()
                .collectList()
                .flatMap(this::withBooks);
    }

    private Mono<List<LotEntry>> withBooks(List<LotRow> rows) {
        List<LotId> needed =
                rows.stream()
                        .filter(LotRow::needsBook)
                        .map(row -> row.lot().terms().lot())
                        .toList();
        Mono<Map<LotId, List<Hand>>> books = needed.isEmpty() ? Mono.just(Map.of()) : books(needed);
        return books.map(hands ->
                rows.stream()
                        .map(row ->
                                row.entry(hands.getOrDefault(row.lot().terms().lot(), List.of())))
                        .toList());
    }

    private Mono<Map<LotId, List<Hand>>> books(List<LotId> lots) {
        String select =
                "select "
                        + HandRow.COLUMNS
                        + " from bidder where lot = any(:lots) and hand is not null order by lot,"
                        + " paddle";
        return database.sql(select)
                .bind("lots", Columns.array(lots, LotId::value, UUID[]::new))
                .map(HandRow::of)
                .all()
                .collect(
                        Collectors.groupingBy(
                                HandRow::lot,
                                Collectors.mapping(HandRow::hand, Collectors.toList())));
    }

    @Override
    public Mono<Map<Bidder, Paddle>> paddles(Collection<Bidder> bidders) {
        String select =
                """
                select b.lot, b.account, b.paddle
                from unnest(:lots, :accounts) a (lot, account) join bidder b using (lot, account)\
                """;
        return database.sql(select)
                .bind("lots", Columns.array(bidders, b -> b.lot().value(), UUID[]::new))
                .bind("accounts", Columns.array(bidders, b -> b.account().value(), String[]::new))
                .map(row ->
                        Map.entry(
                                new Bidder(
                                        new LotId(column(row, "lot", UUID.class)),
                                        new AccountId(column(row, "account", String.class))),
                                new Paddle(column(row, "paddle", Integer.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Map<CommandKey, StoredDecision>> decisionsOn(Collection<CommandKey> commands) {
        String select =
                """
                select p.partition, substring(p.commands from c.command_at + 1 for c.command_bytes) command,
                    substring(p.decisions from c.decision_at + 1 for c.decision_bytes) decision
                from unnest(:ids, :lots) a (command_id, lot)
                join command c using (command_id, lot)
                join page p on p.partition = c.partition and p.first_offset = c.page\
                """;
        return database.sql(select)
                .bind("ids", Columns.array(commands, c -> c.id().value(), UUID[]::new))
                .bind("lots", Columns.array(commands, c -> c.lot().value(), UUID[]::new))
                .map(PageRow::decision)
                .all()
                .collectMap(stored -> CommandKey.of(stored.command()));
    }

    @Override
    public Mono<List<StoredDecision>> decidedBetween(
            int partition, long firstOffset, long lastOffset) {
        String select =
                """
                select partition, commands, decisions, events from page
                where partition = :partition and first_offset <= :last and first_offset >= coalesce((
                    select batch from page where partition = :partition and first_offset <= :first
                    order by first_offset desc limit 1), 0)\
                """;
        return database.sql(select)
                .bind("partition", partition)
                .bind("first", firstOffset)
                .bind("last", lastOffset)
                .map(PageRow::decisions)
                .all()
                .flatMapIterable(page -> page)
                .filter(stored -> stored.offset() >= firstOffset && stored.offset() <= lastOffset)
                .collectSortedList(Comparator.comparingLong(StoredDecision::offset));
    }

    @Override
    public Mono<Written> write(Batch batch) {
        return connections.write(connection -> write(batch, connection));
    }

    private static Mono<Written> write(Batch batch, Connection connection) {
        return Flux.from(BatchStatement.of(batch, connection).execute())
                .flatMap(Result::getRowsUpdated)
                .then(Mono.just(Written.STORED))
                .onErrorResume(error -> refusal(error).map(Mono::just).orElse(Mono.error(error)));
    }

    private static Optional<Written> refusal(Throwable error) {
        if (!(error instanceof PostgresqlException refused)) {
            return Optional.empty();
        }
        ErrorDetails details = refused.getErrorDetails();
        if (details.getCode().equals(BatchStatement.FENCED)) {
            return Optional.of(Written.FENCED);
        }
        return details.getConstraintName()
                .filter(BatchStatement.DECIDED_ONCE::equals)
                .map(_ -> Written.ALREADY_DECIDED);
    }
}
