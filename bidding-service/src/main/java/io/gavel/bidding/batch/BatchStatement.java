package io.gavel.bidding.batch;

import io.gavel.bidding.auction.Hand;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.store.HandRow;
import io.gavel.bidding.store.LotRow;
import io.gavel.bidding.store.Shown;
import io.gavel.bidding.store.Words;
import io.gavel.contracts.lot.Listing;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;

/**
 * The one statement that writes a batch, and so its transaction and its only round trip. Nothing of
 * it happens before the fence holds: every other part takes its rows from there.
 */
final class BatchStatement {

    /** The fence did not hold: see {@code hold_fence}. */
    static final String FENCED = "GV001";

    /** The constraint that a batch breaks when a command in it is decided already. */
    static final String DECIDED_ONCE = "command_once";

    static final String SQL =
            """
            with moved as (
                update partition_progress p set next_offset = m.reached, clock = m.clock
                from unnest($1::int4[], $2::int8[], $3::int8[], $4::timestamptz[]) m (partition, started, reached, clock)
                where p.partition = m.partition and p.next_offset = m.started
                returning 1
            ), fence as materialized (
                select hold_fence(count(*), $5) from moved
            ), pages as (
                insert into page (partition, batch, first_offset, last_offset, lot, first_version, last_version,
                    newest_bytes, commands, decisions, events)
                select p.* from fence, unnest($6::int4[], $7::int8[], $8::int8[], $9::int8[], $10::uuid[], $11::int8[],
                    $12::int8[], $13::int4[], $14::bytea[], $15::bytea[], $16::bytea[]) p
            ), commands as (
                insert into command (command_id, lot, page, partition, command_at, command_bytes, decision_at, decision_bytes)
                select c.* from fence, unnest($17::uuid[], $18::uuid[], $19::int8[], $20::int4[], $21::int4[], $22::int4[],
                    $23::int4[], $24::int4[]) c
            ), listed as (
                insert into lot (lot, status, closes_at, price, bids, ahead, version, head, state, seller, listing,
                    listed_at, format, currency)
                select l.* from fence, unnest($25::uuid[], $26::text[], $27::timestamptz[], $28::int8[], $29::int8[],
                    $30::int4[], $31::int8[], $32::text[], $33::bytea[], $34::text[], $35::bytea[], $36::timestamptz[],
                    $37::text[], $38::text[]) l
            ), texts as (
                insert into lot_text (lot, title, description)
                select t.* from fence, unnest($25::uuid[], $39::text[], $40::text[]) t
            ), changed as (
                update lot set status = n.status, closes_at = n.closes_at, price = n.price, bids = n.bids,
                    ahead = n.ahead, version = n.version, head = n.head, state = n.state
                from fence, unnest($41::uuid[], $42::text[], $43::timestamptz[], $44::int8[], $45::int8[], $46::int4[],
                    $47::int8[], $48::text[], $49::bytea[])
                    n (lot, status, closes_at, price, bids, ahead, version, head, state)
                where lot.lot = n.lot
            ), bidders as (
                insert into bidder (account, lot, paddle, highest, hand)
                select b.account, b.lot, b.paddle, b.highest, nullif(b.hand, '')
                from fence, unnest($50::text[], $51::uuid[], $52::int4[], $53::int8[], $54::bytea[])
                    b (account, lot, paddle, highest, hand)
                on conflict (account, lot) do update set highest = excluded.highest, hand = excluded.hand
            )
            select 1 from fence\
            """;

    private final Statement statement;
    private int bound;

    private BatchStatement(Statement statement) {
        this.statement = statement;
    }

    static void bind(Batch batch, Statement statement) {
        BatchStatement values = new BatchStatement(statement);
        values.moves(batch);
        List<Page> pages = Page.of(batch);
        values.pages(pages);
        values.commands(pages);
        values.lots(batch);
        values.bidders(batch.bidders().entrySet());
    }

    private void moves(Batch batch) {
        Collection<Map.Entry<Integer, Batch.Move>> moves = batch.moves().entrySet();
        next(Columns.array(moves, Map.Entry::getKey, Integer[]::new));
        next(Columns.array(moves, m -> m.getValue().from().nextOffset(), Long[]::new));
        next(Columns.array(moves, m -> m.getValue().to().nextOffset(), Long[]::new));
        next(Columns.array(moves, m -> m.getValue().to().clock(), Instant[]::new));
        next((long) moves.size());
    }

    private void pages(List<Page> pages) {
        next(Columns.array(pages, Page::partition, Integer[]::new));
        next(Columns.array(pages, Page::batch, Long[]::new));
        next(Columns.array(pages, Page::firstOffset, Long[]::new));
        next(Columns.array(pages, Page::lastOffset, Long[]::new));
        next(Columns.array(pages, p -> p.lot().value(), UUID[]::new));
        next(Columns.array(pages, Page::firstVersion, Long[]::new));
        next(Columns.array(pages, Page::lastVersion, Long[]::new));
        next(Columns.array(pages, Page::newestBytes, Integer[]::new));
        next(Columns.array(pages, Page::commands, byte[][]::new));
        next(Columns.array(pages, Page::decisions, byte[][]::new));
        next(Columns.array(pages, Page::events, byte[][]::new));
    }

    private void commands(List<Page> pages) {
        record Row(Page page, Page.Line line) {}
        List<Row> rows = new ArrayList<>();
        pages.forEach(page -> page.lines().forEach(line -> rows.add(new Row(page, line))));
        next(Columns.array(rows, r -> r.line().id().value(), UUID[]::new));
        next(Columns.array(rows, r -> r.page().lot().value(), UUID[]::new));
        next(Columns.array(rows, r -> r.page().firstOffset(), Long[]::new));
        next(Columns.array(rows, r -> r.page().partition(), Integer[]::new));
        next(Columns.array(rows, r -> r.line().commandAt(), Integer[]::new));
        next(Columns.array(rows, r -> r.line().commandBytes(), Integer[]::new));
        next(Columns.array(rows, r -> r.line().decisionAt(), Integer[]::new));
        next(Columns.array(rows, r -> r.line().decisionBytes(), Integer[]::new));
    }

    private void lots(Batch batch) {
        List<LotEntry> listed = new ArrayList<>();
        List<LotEntry> changed = new ArrayList<>();
        for (LotEntry entry : batch.lots().values()) {
            (batch.listed().containsKey(entry.id()) ? listed : changed).add(entry);
        }
        state(listed);
        next(Columns.array(listed, l -> lot(l).terms().seller().value(), String[]::new));
        next(Columns.array(listed, l -> LotRow.listing(lot(l)), byte[][]::new));
        next(
                Columns.array(
                        listed,
                        l -> Objects.requireNonNull(batch.listed().get(l.id())),
                        Instant[]::new));
        next(Columns.array(listed, l -> lot(l).terms().rules().format().word(), String[]::new));
        next(Columns.array(listed, l -> lot(l).terms().rules().currency(), String[]::new));
        next(texts(listed, Listing::title));
        next(texts(listed, Listing::description));
        state(changed);
    }

    private static String[] texts(List<LotEntry> listed, Function<Listing, String> text) {
        return Columns.array(
                listed, l -> Words.folded(text.apply(lot(l).terms().listing())), String[]::new);
    }

    private void state(List<LotEntry> lots) {
        next(Columns.array(lots, l -> l.id().value(), UUID[]::new));
        next(Columns.array(lots, l -> lot(l).status().word(), String[]::new));
        next(Columns.array(lots, l -> lot(l).closesAt(), Instant[]::new));
        List<Shown> shown = lots.stream().map(l -> Shown.of(lot(l))).toList();
        next(Columns.array(shown, Shown::price, Long[]::new));
        next(Columns.array(shown, Shown::bids, Long[]::new));
        next(Columns.array(shown, Shown::ahead, Integer[]::new));
        next(Columns.array(lots, l -> l.head().version(), Long[]::new));
        next(Columns.array(lots, l -> l.head().hash().hex(), String[]::new));
        next(Columns.array(lots, l -> LotRow.state(lot(l)), byte[][]::new));
    }

    private void bidders(Collection<Map.Entry<Bidder, Hand>> bidders) {
        next(Columns.array(bidders, b -> b.getKey().account().value(), String[]::new));
        next(Columns.array(bidders, b -> b.getKey().lot().value(), UUID[]::new));
        next(Columns.array(bidders, b -> b.getValue().paddle().number(), Integer[]::new));
        next(Columns.array(bidders, b -> b.getValue().max().minor(), Long[]::new));
        next(Columns.array(bidders, b -> HandRow.column(b.getValue()), byte[][]::new));
    }

    private void next(Object value) {
        statement.bind(bound++, value);
    }

    private static Lot.Listed lot(LotEntry entry) {
        return (Lot.Listed) entry.lot();
    }
}
