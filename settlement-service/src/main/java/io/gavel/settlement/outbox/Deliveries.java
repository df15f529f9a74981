package io.gavel.settlement.outbox;

import static io.gavel.settlement.database.Columns.column;

import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What became of a lane's messages, for who looks. */
@Component
public class Deliveries {

    /** Where a page ended. */
    public record Place(Instant madeAt, UUID id) {}

    public record Attempt(Instant at, String outcome, int tookMillis) {}

    /**
     * A message and its newest attempts, oldest first.
     *
     * @param next when it is tried next; null if it is not
     */
    public record Delivery(
            UUID id,
            String what,
            String state,
            Instant madeAt,
            @Nullable Instant next,
            List<Attempt> attempts) {}

    private record Line(Delivery message, @Nullable Attempt attempt) {}

    private static final String PAGE =
            """
            select m.id, m.what, m.state, m.made_at, m.next_at, a.at, a.outcome, a.took_ms
            from (
                select * from outbox_message
                where lane = :lane and (:at::timestamptz is null or (made_at, id) < (:at, :id::uuid))
                order by made_at desc, id desc
                limit :limit) m
            left join lateral (
                select * from outbox_attempt where message = m.id order by n desc limit 50) a on true
            order by m.made_at desc, m.id desc, a.n
            """;

    private final DatabaseClient database;

    Deliveries(DatabaseClient database) {
        this.database = database;
    }

    /**
     * The newest first.
     *
     * @param after where the page before ended; null for the first
     */
    public Flux<Delivery> of(String lane, @Nullable Place after, int limit) {
        DatabaseClient.GenericExecuteSpec page =
                database.sql(PAGE).bind("lane", lane).bind("limit", limit);
        page =
                after == null
                        ? page.bindNull("at", Instant.class).bindNull("id", UUID.class)
                        : page.bind("at", after.madeAt()).bind("id", after.id());
        return page.map(Deliveries::line)
                .all()
                .bufferUntilChanged(line -> line.message().id())
                .map(Deliveries::delivery);
    }

    private static Delivery delivery(List<Line> lines) {
        Delivery message = lines.getFirst().message();
        List<Attempt> attempts =
                lines.stream().map(Line::attempt).filter(Objects::nonNull).toList();
        return new Delivery(
                message.id(),
                message.what(),
                message.state(),
                message.madeAt(),
                message.next(),
                attempts);
    }

    private static Line line(Readable row) {
        Instant at = row.get("at", Instant.class);
        return new Line(
                new Delivery(
                        column(row, "id", UUID.class),
                        column(row, "what", String.class),
                        column(row, "state", String.class),
                        column(row, "made_at", Instant.class),
                        row.get("next_at", Instant.class),
                        List.of()),
                at == null
                        ? null
                        : new Attempt(
                                at,
                                column(row, "outcome", String.class),
                                column(row, "took_ms", Integer.class)));
    }
}
