package io.gavel.settlement.sellerhook;

import static io.gavel.settlement.database.Columns.column;

import io.gavel.settlement.database.Columns;
import io.gavel.settlement.outbox.Draft;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** All sellers' endpoints, in PostgreSQL. */
@Component
class SellerHooks {

    /** An endpoint with its sealed secrets. */
    record Sealed(SellerHook hook, String secret, @Nullable String oldSecret) {

        @Override
        public String toString() {
            return hook.toString();
        }
    }

    private static final String ADD =
            """
            insert into seller_hook (id, account, slot, url, events, secret, state, created_at)
            select :id, :account, free.slot, :url, :events, :secret, 'enabled', :now
            from generate_series(1, :most) as free (slot)
            where not exists (
                select from seller_hook taken
                where taken.account = :account and taken.slot = free.slot)
            order by free.slot
            limit 1
            on conflict (account, slot) do nothing
            """;

    private static final String SELECT =
            """
            select id, account, url, events, state, created_at, failing_since, old_secret_until,
                secret, old_secret
            from seller_hook
            """;

    /** One for each endpoint that wants it, where the step has brought another state. */
    private static final String LISTENING =
            """
            select hook.id, told.n
            from unnest(:lot::uuid[], :revision::integer[], :seller::text[], :event::text[],
                :state::text[]) with ordinality as told (lot, revision, seller, event, state, n)
            join seller_hook hook on hook.account = told.seller and hook.state = 'enabled'
                and (hook.events = '{}' or told.event = any(hook.events))
            where not exists (
                select from sale_step before
                where before.lot = told.lot and before.revision = told.revision - 1
                    and before.state = told.state)
            """;

    /** An old secret that is still good stays: the one after it may never have arrived. */
    private static final String ROTATE =
            """
            update seller_hook
            set old_secret = case when old_secret_until > :now then old_secret else secret end,
                old_secret_until =
                    case when old_secret_until > :now then old_secret_until else :until end,
                secret = :secret
            where id = :id
            """;

    private static final String SET =
            "update seller_hook set state = :state, failing_since = null where id = :id";

    private static final String FAILED =
            """
            update seller_hook
            set failing_since = coalesce(failing_since, :now),
                state = case when state = 'enabled' and failing_since <= :before
                    then 'failing' else state end
            where id = :id
            returning state
            """;

    private final DatabaseClient database;

    SellerHooks(DatabaseClient database) {
        this.database = database;
    }

    /** Adds an endpoint; false if the seller has as many as he may. */
    Mono<Boolean> add(SellerHook hook, String secret, int most) {
        return database.sql(ADD)
                .bind("id", hook.id())
                .bind("account", hook.account())
                .bind("url", hook.url())
                .bind("events", hook.events().toArray(String[]::new))
                .bind("secret", secret)
                .bind("now", hook.createdAt())
                .bind("most", most)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    Flux<SellerHook> of(String account) {
        return database.sql(SELECT + "where account = :account order by created_at, id")
                .bind("account", account)
                .map(row -> read(row).hook())
                .all();
    }

    Mono<SellerHook> find(UUID id, String account) {
        return sealed(id).map(Sealed::hook).filter(hook -> hook.account().equals(account));
    }

    Mono<Sealed> sealed(UUID id) {
        return database.sql(SELECT + "where id = :id").bind("id", id).map(SellerHooks::read).one();
    }

    Mono<Void> remove(UUID id) {
        return database.sql("delete from seller_hook where id = :id").bind("id", id).then();
    }

    /**
     * Gives it a new secret.
     *
     * @param oldUntil how long the present one signs too, unless an older one still does
     */
    Mono<Void> rotate(UUID id, String secret, Instant now, Instant oldUntil) {
        return database.sql(ROTATE)
                .bind("secret", secret)
                .bind("now", now)
                .bind("until", oldUntil)
                .bind("id", id)
                .then();
    }

    /** From now on; whatever failed before is forgotten. */
    Mono<Void> set(UUID id, SellerHook.State state) {
        return database.sql(SET).bind("state", state.word()).bind("id", id).then();
    }

    Mono<Void> isWell(UUID id) {
        return database.sql(
                        "update seller_hook set failing_since = null"
                                + " where id = :id and failing_since is not null")
                .bind("id", id)
                .then();
    }

    /**
     * Notes a failed attempt.
     *
     * @param before what failed before that is disabled
     * @return its state now
     */
    Mono<SellerHook.State> failed(UUID id, Instant now, Instant before) {
        return database.sql(FAILED)
                .bind("now", now)
                .bind("before", before)
                .bind("id", id)
                .map(row -> SellerHook.State.of(column(row, "state", String.class)))
                .one();
    }

    /** What goes to which endpoint. */
    Flux<Draft> listening(List<SaleTold> news) {
        Columns<SaleTold> columns = new Columns<>(news);
        return database.sql(LISTENING)
                .bind("lot", columns.uuids(told -> told.lot().value()))
                .bind("revision", columns.integers(SaleTold::revision))
                .bind("seller", columns.texts(told -> told.seller().value()))
                .bind("event", columns.texts(SaleTold::event))
                .bind("state", columns.texts(told -> told.state().word()))
                .map(row ->
                        HookTransport.draft(
                                column(row, "id", UUID.class),
                                news.get(column(row, "n", Long.class).intValue() - 1)))
                .all();
    }

    private static Sealed read(Readable row) {
        return new Sealed(
                new SellerHook(
                        column(row, "id", UUID.class),
                        column(row, "account", String.class),
                        column(row, "url", String.class),
                        List.of(column(row, "events", String[].class)),
                        SellerHook.State.of(column(row, "state", String.class)),
                        column(row, "created_at", Instant.class),
                        row.get("failing_since", Instant.class),
                        row.get("old_secret_until", Instant.class)),
                column(row, "secret", String.class),
                row.get("old_secret", String.class));
    }
}
