package io.gavel.bidding.batch;

import static io.gavel.bidding.store.LotRow.column;

import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.SealedEvent;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The batch writer's tables, read and written with array parameters. */
final class R2dbcBatchStore implements BatchStore {

    private final DatabaseClient database;
    private final TransactionalOperator transaction;

    R2dbcBatchStore(DatabaseClient database, TransactionalOperator transaction) {
        this.database = database;
        this.transaction = transaction;
    }

    @Override
    public Mono<Map<Integer, PartitionProgress>> progressOf(Collection<Integer> partitions) {
        String insert =
                """
                insert into partition_progress (partition, next_offset, clock)
                select p, 0, to_timestamp(0) from unnest(:partitions) p
                on conflict (partition) do nothing\
                """;
        String select =
                "select partition, next_offset, clock from partition_progress where partition ="
                        + " any(:partitions)";
        Integer[] numbers = partitions.toArray(Integer[]::new);
        Mono<Long> known = database.sql(insert).bind("partitions", numbers).fetch().rowsUpdated();
        Mono<Map<Integer, PartitionProgress>> progress =
                database.sql(select)
                        .bind("partitions", numbers)
                        .map(row ->
                                Map.entry(
                                        column(row, "partition", Integer.class),
                                        new PartitionProgress(
                                                column(row, "next_offset", Long.class),
                                                column(row, "clock", Instant.class))))
                        .all()
                        .collectMap(Map.Entry::getKey, Map.Entry::getValue);
        return known.then(progress);
    }

    @Override
    public Mono<List<LotEntry>> lots(Collection<LotId> ids) {
        return database.sql("select " + LotRow.COLUMNS + " from lot where lot = any(:lots)")
                .bind("lots", ids.stream().map(LotId::value).toArray(UUID[]::new))
                .map(row -> LotRow.of(row).entry())
                .all()
                .collectList();
    }

    @Override
    public Mono<Map<Bidder, Paddle>> paddles(Collection<Bidder> bidders) {
        String select =
                """
                select b.lot, b.account, b.paddle
                from unnest(:lots, :accounts) a (lot, account) join bidder b using (lot, account)\
                """;
        return database.sql(select)
                .bind("lots", bidders.stream().map(b -> b.lot().value()).toArray(UUID[]::new))
                .bind(
                        "accounts",
                        bidders.stream().map(b -> b.account().value()).toArray(String[]::new))
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
                select d.*
                from unnest(:ids, :lots) a (command_id, lot) join decision d using (command_id, lot)
                where not d.conflicting\
                """;
        return database.sql(select)
                .bind("ids", commands.stream().map(c -> c.id().value()).toArray(UUID[]::new))
                .bind("lots", commands.stream().map(c -> c.lot().value()).toArray(UUID[]::new))
                .map(row -> DecisionRows.decision(row, List.of()))
                .all()
                .collectMap(stored ->
                        new CommandKey(stored.publication().lot(), stored.publication().id()));
    }

    @Override
    public Mono<List<StoredDecision>> decidedBetween(
            int partition, long firstOffset, long lastOffset) {
        String decisions =
                """
                select * from decision
                where partition = :partition and record_offset between :first and :last
                order by record_offset\
                """;
        String events =
                """
                select d.record_offset, e.version, e.type, e.body
                from decision d join event e on e.lot = d.lot and e.version between d.first_version and d.last_version
                where d.partition = :partition and d.record_offset between :first and :last
                order by d.record_offset, e.version\
                """;
        Map<Long, List<SealedEvent>> byOffset = new HashMap<>();
        Mono<Void> eventsRead =
                between(events, partition, firstOffset, lastOffset)
                        .map(row -> {
                            long offset = column(row, "record_offset", Long.class);
                            return byOffset.computeIfAbsent(offset, _ -> new ArrayList<>())
                                    .add(DecisionRows.event(row));
                        })
                        .all()
                        .then();
        Flux<StoredDecision> decisionsRead =
                between(decisions, partition, firstOffset, lastOffset)
                        .map(row ->
                                DecisionRows.decision(
                                        row,
                                        byOffset.getOrDefault(
                                                column(row, "record_offset", Long.class),
                                                List.of())))
                        .all();
        return eventsRead.thenMany(decisionsRead).collectList();
    }

    @Override
    public Mono<Written> write(Batch batch) {
        BatchStatements statements = new BatchStatements(database, batch);
        return transaction
                .execute(status ->
                        statements
                                .moveProgress()
                                .flatMap(moved ->
                                        moved
                                                ? statements.insertDecisions()
                                                : Mono.just(Written.FENCED))
                                .flatMap(written -> {
                                    if (written != Written.STORED) {
                                        status.setRollbackOnly();
                                        return Mono.just(written);
                                    }
                                    return statements.insertEventsAndStates().thenReturn(written);
                                }))
                .single();
    }

    private DatabaseClient.GenericExecuteSpec between(
            String sql, int partition, long first, long last) {
        return database.sql(sql)
                .bind("partition", partition)
                .bind("first", first)
                .bind("last", last);
    }
}
