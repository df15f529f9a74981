package io.gavel.settlement.standing;

import static io.gavel.settlement.database.Columns.column;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.bidder.BidderStanding;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.publishing.Unpublished;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How bidders stand with the house, in PostgreSQL. All changes belong in a transaction. */
@Component
public class Standings implements Unpublished<BidderStanding> {

    /** A standing and when it last changed. */
    public record Listed(BidderStanding standing, Instant changedAt) {}

    private static final String COLUMNS = "account, strikes, suspended, version";

    private static final String STRIKE =
            """
            with struck as (
                insert into standing as known (account, strikes, suspended, version, changed_at)
                values (:account, 1, 1 >= :toSuspend, 1, :at)
                on conflict (account) do update set
                    strikes = known.strikes + 1,
                    suspended = known.suspended or known.strikes + 1 >= :toSuspend,
                    version = known.version + 1,
                    changed_at = excluded.changed_at,
                    published_at = null
                returning account, version, suspended)
            insert into standing_step
            select account, version, :at, :key, 'settlement', 'strike', :lot, suspended from struck
            """;

    private static final String RULE =
            """
            insert into standing as known (account, strikes, suspended, version, changed_at)
            values (:account, 0, :suspended, 1, :at)
            on conflict (account) do update set
                suspended = excluded.suspended,
                version = known.version + 1,
                changed_at = excluded.changed_at,
                published_at = null
            returning account, strikes, suspended, version
            """;

    private static final String BY_STRIKES =
            "select "
                    + COLUMNS
                    + ", changed_at from standing where strikes > 0 or suspended"
                    + " order by strikes desc, changed_at desc, account limit :limit";

    private static final String UNPUBLISHED =
            "select "
                    + COLUMNS
                    + " from standing where published_at is null"
                    + " order by changed_at limit :batch for update skip locked";

    private final DatabaseClient database;
    private final int strikesToSuspend;

    Standings(DatabaseClient database, SettlementProperties properties) {
        this.database = database;
        this.strikesToSuspend = properties.sale().strikesToSuspend();
    }

    /**
     * One more strike, which may suspend him.
     *
     * @param revision of the lot's sale that it came with; each gives one strike
     */
    public Mono<Void> strike(AccountId account, LotId lot, int revision, Instant at) {
        return database.sql(STRIKE)
                .bind("account", account.value())
                .bind("toSuspend", strikesToSuspend)
                .bind("at", at)
                .bind("key", "strike/" + lot + "/" + revision)
                .bind("lot", lot.toString())
                .then();
    }

    Mono<BidderStanding> rule(AccountId account, Ruling ruling, Instant at) {
        return database.sql(RULE)
                .bind("account", account.value())
                .bind("suspended", ruling.suspends())
                .bind("at", at)
                .map(Standings::standing)
                .one();
    }

    /** Someone whom nothing is known of stands without strikes, in version 0. */
    public Mono<BidderStanding> find(AccountId account) {
        return database.sql("select " + COLUMNS + " from standing where account = :account")
                .bind("account", account.value())
                .map(Standings::standing)
                .one()
                .defaultIfEmpty(new BidderStanding(account, 0, false, 0));
    }

    /** Those who have strikes or are suspended; who has most of them first. */
    public Flux<Listed> byStrikes(int limit) {
        return database.sql(BY_STRIKES)
                .bind("limit", limit)
                .map(row -> new Listed(standing(row), column(row, "changed_at", Instant.class)))
                .all();
    }

    /** They stay locked until the transaction ends, and other replicas pass them over. */
    @Override
    public Mono<List<BidderStanding>> lockUnpublished(int batch) {
        return database.sql(UNPUBLISHED)
                .bind("batch", batch)
                .map(Standings::standing)
                .all()
                .collectList();
    }

    @Override
    public ProducerRecord<byte[], byte[]> message(BidderStanding standing) {
        return new ProducerRecord<>(
                Topics.Names.BIDDERS,
                standing.account().value().getBytes(UTF_8),
                Json.bytes(standing));
    }

    @Override
    public Mono<Void> markPublished(List<BidderStanding> standings, Instant at) {
        return database.sql("update standing set published_at = :at where account = any(:accounts)")
                .bind("at", at)
                .bind(
                        "accounts",
                        standings.stream()
                                .map(each -> each.account().value())
                                .toArray(String[]::new))
                .then();
    }

    private static BidderStanding standing(Readable row) {
        return new BidderStanding(
                new AccountId(column(row, "account", String.class)),
                column(row, "strikes", Long.class),
                column(row, "suspended", Boolean.class),
                column(row, "version", Long.class));
    }
}
