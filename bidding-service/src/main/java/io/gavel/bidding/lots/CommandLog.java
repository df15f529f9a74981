package io.gavel.bidding.lots;

import static io.gavel.bidding.store.LotRow.bytes;
import static io.gavel.bidding.store.LotRow.column;

import io.gavel.bidding.store.Lines;
import io.gavel.contracts.lot.LotId;
import io.r2dbc.spi.Readable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * All commands that were decided on a lot, as they came: with maxima and reserve. Read as {@link
 * LotLog} is.
 */
@Repository
class CommandLog {

    private static final byte[] OFFSET = ",\"offset\":".getBytes(StandardCharsets.UTF_8);

    /**
     * Where the page with the last offset known to the reader stands. Pages are found by version,
     * and offsets grow with versions, so that halving finds the version it was decided at; among
     * the pages with that version, the index goes on by offset.
     */
    private static final String START =
            """
            with recursive halving (low, high) as (
                select 0::int8, coalesce((select version from lot where lot = :lot), 0)
                union all
                select case when p.first_offset <= :after then (low + high + 1) / 2 else low end,
                    case when p.first_offset <= :after then high else (low + high + 1) / 2 - 1 end
                from halving cross join lateral (
                    select first_offset from page where lot = :lot and last_version >= (low + high + 1) / 2
                    order by last_version, first_offset limit 1) p
                where low < high)
            select v.last_version, coalesce((
                select first_offset from page
                where lot = :lot and last_version = v.last_version and first_offset <= :after
                order by first_offset desc limit 1), 0) first_offset
            from (select max(low) low from halving) h cross join lateral (
                select last_version from page where lot = :lot and last_version >= h.low
                order by last_version, first_offset limit 1) v\
            """;

    private static final String CHUNK =
            """
            select partition, first_offset, last_version, commands, pages from (
                select p.*, count(*) over () pages,
                    sum(octet_length(commands)) over (order by first_offset) - octet_length(commands) ahead
                from (
                    select partition, first_offset, last_version, commands from page
                    where lot = :lot and (last_version, first_offset) >= (:version, :offset)
                    order by last_version, first_offset limit :pages) p) p
            where ahead < :bytes order by first_offset\
            """;

    private final DatabaseClient database;
    private final ChunkSize size;

    @Autowired
    CommandLog(DatabaseClient database) {
        this(database, ChunkSize.USUAL);
    }

    CommandLog(DatabaseClient database, ChunkSize size) {
        this.database = database;
        this.size = size;
    }

    /**
     * One line per command behind an offset, in log order, as {@code ./gavel replay} reads them;
     * nothing for a lot that nobody ever sent one for.
     */
    Flux<byte[]> behind(LotId lot, long after) {
        return start(lot, after)
                .flatMap(start -> chunk(lot, start))
                .expand(chunk -> chunk.isLast() ? Mono.empty() : chunk(lot, chunk.next()))
                .concatMapIterable(Chunk::lines, 1)
                .filter(line -> line.offset() > after)
                .map(Line::bytes);
    }

    Mono<Boolean> knows(LotId lot) {
        return database.sql("select 1 from page where lot = :lot limit 1")
                .bind("lot", lot.value())
                .map(_ -> true)
                .one()
                .defaultIfEmpty(false);
    }

    private Mono<Place> start(LotId lot, long after) {
        return database.sql(START)
                .bind("lot", lot.value())
                .bind("after", after)
                .map(row ->
                        new Place(
                                column(row, "last_version", Long.class),
                                column(row, "first_offset", Long.class)))
                .one();
    }

    private Mono<Chunk> chunk(LotId lot, Place start) {
        return database.sql(CHUNK)
                .bind("lot", lot.value())
                .bind("version", start.version())
                .bind("offset", start.offset())
                .bind("pages", size.pages())
                .bind("bytes", size.bytes())
                .map(PageOfCommands::of)
                .all()
                .collectList()
                .map(pages -> Chunk.of(pages, start, size));
    }

    /** A page of the lot, or the place where one would be. */
    private record Place(long version, long offset) {}

    private record Line(long offset, byte[] bytes) {

        /** The stored line, with its partition before its offset. */
        static Line of(byte[] stored, int partition) {
            int at = 0;
            while (stored[at] != ',') {
                at++;
            }
            byte[] more = (",\"partition\":" + partition).getBytes(StandardCharsets.UTF_8);
            byte[] line = new byte[stored.length + more.length];
            System.arraycopy(stored, 0, line, 0, at);
            System.arraycopy(more, 0, line, at, more.length);
            System.arraycopy(stored, at, line, at + more.length, stored.length - at);
            long offset = 0;
            for (int i = at + OFFSET.length; stored[i] >= '0' && stored[i] <= '9'; i++) {
                offset = 10 * offset + stored[i] - '0';
            }
            return new Line(offset, line);
        }
    }

    private record PageOfCommands(Place place, long pages, List<Line> lines) {

        static PageOfCommands of(Readable row) {
            int partition = column(row, "partition", Integer.class);
            return new PageOfCommands(
                    new Place(
                            column(row, "last_version", Long.class),
                            column(row, "first_offset", Long.class)),
                    column(row, "pages", Long.class),
                    Lines.of(bytes(row, "commands")).stream()
                            .map(line -> Line.of(line, partition))
                            .toList());
        }
    }

    private record Chunk(Place next, boolean isLast, List<Line> lines) {

        static Chunk of(List<PageOfCommands> pages, Place start, ChunkSize size) {
            if (pages.isEmpty()) {
                return new Chunk(start, true, List.of());
            }
            PageOfCommands last = pages.getLast();
            boolean all = pages.size() == last.pages() && pages.size() < size.pages();
            return new Chunk(
                    new Place(last.place().version(), last.place().offset() + 1),
                    all,
                    pages.stream().flatMap(page -> page.lines().stream()).toList());
        }
    }
}
