package io.gavel.bidding.lots;

import static io.gavel.bidding.store.LotRow.bytes;
import static io.gavel.bidding.store.LotRow.column;

import io.gavel.bidding.store.Lines;
import io.gavel.contracts.lot.LotId;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A lot's public log, however long. It is read a chunk at a time, the next one when the reader has
 * taken the one before: a slow reader holds one chunk in memory and no connection.
 */
@Repository
class LotLog {

    private final DatabaseClient database;
    private final ChunkSize size;

    @Autowired
    LotLog(DatabaseClient database) {
        this(database, ChunkSize.USUAL);
    }

    LotLog(DatabaseClient database, ChunkSize size) {
        this.database = database;
        this.size = size;
    }

    /** The exact bytes of the events behind a version, in order; nothing for an unknown lot. */
    Flux<byte[]> behind(LotId lot, long after) {
        return chunk(lot, after)
                .expand(chunk -> chunk.isLast() ? Mono.empty() : chunk(lot, chunk.version()))
                .concatMapIterable(Chunk::lines, 1);
    }

    private Mono<Chunk> chunk(LotId lot, long after) {
        String select =
                """
                select first_version, last_version, events, pages from (
                    select p.*, count(*) over () pages,
                        sum(octet_length(events)) over (order by last_version) - octet_length(events) ahead
                    from (
                        select first_version, last_version, events from page
                        where lot = :lot and last_version > :after and first_version <= last_version
                        order by last_version, first_offset limit :pages) p) p
                where ahead < :bytes order by last_version\
                """;
        return database.sql(select)
                .bind("lot", lot.value())
                .bind("after", after)
                .bind("pages", size.pages())
                .bind("bytes", size.bytes())
                .map(row -> PageOfLog.of(row, after))
                .all()
                .collectList()
                .map(pages -> Chunk.of(pages, after, size));
    }

    private record PageOfLog(long version, long pages, List<byte[]> events) {

        static PageOfLog of(Readable row, long after) {
            List<byte[]> events = Lines.of(bytes(row, "events"));
            long known = Math.max(0, after - column(row, "first_version", Long.class) + 1);
            return new PageOfLog(
                    column(row, "last_version", Long.class),
                    column(row, "pages", Long.class),
                    events.subList((int) known, events.size()));
        }
    }

    private record Chunk(long version, boolean isLast, List<byte[]> lines) {

        static Chunk of(List<PageOfLog> pages, long after, ChunkSize size) {
            if (pages.isEmpty()) {
                return new Chunk(after, true, List.of());
            }
            PageOfLog last = pages.getLast();
            boolean all = pages.size() == last.pages() && pages.size() < size.pages();
            List<byte[]> lines = pages.stream().flatMap(page -> page.events().stream()).toList();
            return new Chunk(last.version(), all, lines);
        }
    }
}
