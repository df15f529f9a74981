package io.gavel.bidding.batch;

import io.gavel.bidding.auction.Hand;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.auction.Outage;
import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.store.Composite;
import io.gavel.bidding.store.HandRow;
import io.gavel.bidding.store.LotRow;
import io.gavel.bidding.store.Shown;
import io.gavel.bidding.store.Words;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.PhotoId;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The one statement that writes a batch, and so its transaction and its only round trip: a call of
 * the function {@code write_batch}, which the migration has, with the columns of its type {@code
 * batch_rows} in their order. Its first step is the fence.
 */
final class BatchStatement {

    /** The fence did not hold. */
    static final String FENCED = "GV001";

    /** The constraint that a batch breaks when a command in it is decided already. */
    static final String DECIDED_ONCE = "command_once";

    private static final String SQL = "select write_batch($1)";

    private final List<Object[]> columns = new ArrayList<>();

    private BatchStatement(Batch batch) {
        moves(batch);
        List<Page> pages = Page.of(batch);
        pages(pages);
        commands(pages);
        state(lots(batch, entry -> !batch.listed().containsKey(entry.id())));
        listed(batch);
        bidders(batch.bidders().entrySet());
        signs(batch);
        photos(batch);
    }

    static Statement of(Batch batch, Connection connection) {
        Composite rows = new Composite(new BatchStatement(batch).columns);
        return connection.createStatement(SQL).bind(0, rows);
    }

    private void moves(Batch batch) {
        Collection<Map.Entry<Integer, Batch.Move>> moves = batch.moves().entrySet();
        next(Columns.array(moves, Map.Entry::getKey, Integer[]::new));
        next(Columns.array(moves, m -> m.getValue().from().nextOffset(), Long[]::new));
        next(Columns.array(moves, m -> m.getValue().to().nextOffset(), Long[]::new));
        next(Columns.array(moves, m -> m.getValue().to().clock(), Instant[]::new));
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

    private void listed(Batch batch) {
        List<LotEntry> listed = lots(batch, entry -> batch.listed().containsKey(entry.id()));
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
    }

    private static List<LotEntry> lots(Batch batch, Predicate<LotEntry> which) {
        return batch.lots().values().stream().filter(which).toList();
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

    private void signs(Batch batch) {
        Collection<Batch.Move> moves = batch.moves().values();
        next(
                Columns.array(
                        moves,
                        m -> Objects.requireNonNullElse(m.to().signs().last(), Instant.EPOCH),
                        Instant[]::new));
        record Row(int partition, Outage outage) {}
        List<Row> rows = new ArrayList<>();
        batch.ended()
                .forEach((partition, ended) ->
                        ended.forEach(outage -> rows.add(new Row(partition, outage))));
        next(Columns.array(rows, Row::partition, Integer[]::new));
        next(Columns.array(rows, r -> r.outage().from(), Instant[]::new));
        next(Columns.array(rows, r -> r.outage().until(), Instant[]::new));
    }

    private void photos(Batch batch) {
        record Row(PhotoId photo, LotId lot) {}
        List<Row> rows = new ArrayList<>();
        lots(batch, entry -> batch.listed().containsKey(entry.id()))
                .forEach(entry ->
                        lot(entry)
                                .terms()
                                .listing()
                                .photos()
                                .forEach(photo -> rows.add(new Row(photo, entry.id()))));
        next(Columns.array(rows, r -> r.photo().hex(), String[]::new));
        next(Columns.array(rows, r -> r.lot().value(), UUID[]::new));
    }

    private void next(Object[] column) {
        columns.add(column);
    }

    private static Lot.Listed lot(LotEntry entry) {
        return (Lot.Listed) entry.lot();
    }
}
