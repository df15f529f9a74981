package io.gavel.settlement.outbox;

import static io.gavel.settlement.database.Columns.column;

import io.gavel.settlement.database.Columns;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All that is to be told, in PostgreSQL. */
@Component
public class Outbox {

    private static final String PUT =
            """
            insert into outbox_message (id, lane, what, dedupe, body, made_at, next_at)
            select gen_random_uuid(), lane, what, dedupe, body, at, at
            from unnest(:lane::text[], :what::text[], :dedupe::text[], :body::text[],
                :at::timestamptz[]) as draft (lane, what, dedupe, body, at)
            on conflict (lane, dedupe) do nothing
            """;

    /** Goes from lane to lane, so that a long one costs no more than a short one. */
    private static final String LEASE =
            """
            with recursive lanes as (
                (select lane from outbox_message where next_at is not null order by lane limit 1)
                union all
                select (select m.lane from outbox_message m
                    where m.next_at is not null and m.lane > lanes.lane order by m.lane limit 1)
                from lanes where lanes.lane is not null),
            due as (
                select message.id
                from lanes
                left join unnest(:busyLane::text[], :busyPlaces::integer[]) as busy (lane, places)
                    on busy.lane = lanes.lane
                cross join lateral (
                    select id, next_at from outbox_message
                    where lane = lanes.lane and next_at <= :now
                    order by next_at
                    limit greatest(0, :perLane - coalesce(busy.places, 0))
                    for update skip locked) as message
                where lanes.lane is not null
                order by message.next_at
                limit :most)
            update outbox_message set tries = tries + 1, next_at = :until
            where id in (select id from due)
            returning id, lane, what, body, tries, next_at
            """;

    /** Only where it was not asked for again since it was leased. */
    private static final String WRITE =
            """
            update outbox_message set state = :state, next_at = :next
            where id = :id and next_at = :leased
            """;

    private static final String ATTEMPT =
            """
            insert into outbox_attempt (message, at, outcome, took_ms)
            select id, :at, :outcome, :took from outbox_message where id = :id
            """;

    private static final String AGAIN =
            """
            update outbox_message set state = 'waiting', tries = 0, next_at = :now
            where id = :id and lane = :lane
            """;

    private static final String GIVE_UP =
            """
            update outbox_message set state = 'given-up', next_at = null
            where lane = :lane and next_at is not null
            """;

    private static final String WAITING =
            """
            select kind, waiting, next
            from unnest(:kinds::text[]) as kind
            cross join lateral (
                select count(*) as waiting, min(next_at) as next from (
                    select next_at from outbox_message
                    where next_at is not null and starts_with(lane, kind) limit 10000) as each)
                as found
            """;

    private static final String FORGET =
            """
            delete from outbox_message where id in (
                select id from outbox_message where next_at is null and made_at < :before limit 1000)
            """;

    private final DatabaseClient database;

    Outbox(DatabaseClient database) {
        this.database = database;
    }

    /** Has them told soon; part of the caller's transaction, if there is one. */
    public Mono<Void> put(List<Draft> drafts) {
        if (drafts.isEmpty()) {
            return Mono.empty();
        }
        Columns<Draft> columns = new Columns<>(drafts);
        return database.sql(PUT)
                .bind("lane", columns.texts(Draft::lane))
                .bind("what", columns.texts(Draft::what))
                .bind("dedupe", columns.texts(Draft::dedupe))
                .bind("body", columns.texts(Draft::body))
                .bind("at", columns.instants(Draft::at))
                .then();
    }

    /**
     * Takes due messages for one attempt each; nobody else does until {@code until}.
     *
     * @param busy how many places of a lane are taken already
     */
    Mono<List<Message>> lease(
            int most, int perLane, Map<String, Integer> busy, Instant now, Instant until) {
        Columns<Map.Entry<String, Integer>> taken = new Columns<>(List.copyOf(busy.entrySet()));
        return database.sql(LEASE)
                .bind("busyLane", taken.texts(Map.Entry::getKey))
                .bind("busyPlaces", taken.integers(Map.Entry::getValue))
                .bind("perLane", perLane)
                .bind("most", most)
                .bind("now", now)
                .bind("until", until)
                .map(Outbox::message)
                .all()
                .collectList();
    }

    /** Writes down that it is delivered or given up, or when it is tried again. */
    Mono<Void> write(Message message, String state, @Nullable Instant next) {
        DatabaseClient.GenericExecuteSpec write =
                database.sql(WRITE)
                        .bind("state", state)
                        .bind("id", message.id())
                        .bind("leased", message.leasedUntil());
        return (next == null ? write.bindNull("next", Instant.class) : write.bind("next", next))
                .then();
    }

    Mono<Void> attempted(Message message, Instant at, String outcome, int tookMillis) {
        return database.sql(ATTEMPT)
                .bind("id", message.id())
                .bind("at", at)
                .bind("outcome", outcome)
                .bind("took", tookMillis)
                .then();
    }

    /** Has a message of the lane told again, with all its attempts; false if there is none. */
    public Mono<Boolean> again(String lane, UUID id, Instant now) {
        return database.sql(AGAIN)
                .bind("id", id)
                .bind("lane", lane)
                .bind("now", now)
                .fetch()
                .rowsUpdated()
                .map(rows -> rows > 0);
    }

    /** What waits in the lane is not tried any more, unless it is asked for again. */
    public Mono<Void> giveUp(String lane) {
        return database.sql(GIVE_UP).bind("lane", lane).then();
    }

    /** As if there had never been anything in the lane. */
    public Mono<Void> drop(String lane) {
        return database.sql("delete from outbox_message where lane = :lane")
                .bind("lane", lane)
                .then();
    }

    /**
     * What is still to be told of a kind of lane.
     *
     * @param number up to ten thousand
     * @param next when the first of them is due, or what is under way given up
     */
    record Waiting(int number, @Nullable Instant next) {}

    /** What is still to be told, by kind of lane. */
    Mono<Map<String, Waiting>> waiting(List<String> kinds) {
        return database.sql(WAITING)
                .bind("kinds", kinds.toArray(String[]::new))
                .map(row ->
                        Map.entry(
                                column(row, "kind", String.class),
                                new Waiting(
                                        Math.toIntExact(column(row, "waiting", Long.class)),
                                        row.get("next", Instant.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** Deletes up to a thousand that are final and older. */
    Mono<Void> forget(Instant before) {
        return database.sql(FORGET).bind("before", before).then();
    }

    private static Message message(Readable row) {
        return new Message(
                column(row, "id", UUID.class),
                column(row, "lane", String.class),
                column(row, "what", String.class),
                column(row, "body", String.class),
                column(row, "tries", Integer.class),
                column(row, "next_at", Instant.class));
    }
}
