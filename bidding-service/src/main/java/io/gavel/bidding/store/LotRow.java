package io.gavel.bidding.store;

import io.gavel.bidding.auction.Book;
import io.gavel.bidding.auction.Hand;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.auction.Terms;
import io.gavel.bidding.log.LogHead;
import io.gavel.bidding.log.LotEntry;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** A row of {@code lot}; the book of a lot that needs one is in rows of its own. */
public final class LotRow {

    /** The columns that {@link #of} reads. */
    public static final String COLUMNS = "lot, seller, listing, listed_at, version, head, state";

    private final Terms terms;
    private final StoredState state;
    private final LogHead head;
    private final Instant listedAt;

    private LotRow(Terms terms, StoredState state, LogHead head, Instant listedAt) {
        this.terms = terms;
        this.state = state;
        this.head = head;
        this.listedAt = listedAt;
    }

    public static LotRow of(Readable row) {
        LotId id = new LotId(column(row, "lot", UUID.class));
        Listing listing = Json.read(bytes(row, "listing"), Listing.class);
        Terms terms = new Terms(id, new AccountId(column(row, "seller", String.class)), listing);
        LogHead head =
                new LogHead(
                        column(row, "version", Long.class),
                        new Sha256(column(row, "head", String.class)));
        return new LotRow(
                terms,
                Json.read(bytes(row, "state"), StoredState.class),
                head,
                column(row, "listed_at", Instant.class));
    }

    public Instant listedAt() {
        return listedAt;
    }

    public LogHead head() {
        return head;
    }

    /** The lot as far as readers need it: without its book. */
    public Lot.Listed lot() {
        return state.lot(terms, Book.EMPTY);
    }

    /** Whether decisions on the lot need its book. */
    public boolean needsBook() {
        return state.needsBook(terms);
    }

    /** The lot as decisions need it. */
    public LotEntry entry(List<Hand> hands) {
        Book book = Book.of(hands, state.placed());
        return new LotEntry(terms.lot(), state.lot(terms, book), head);
    }

    /** The bytes for the column {@code listing}; they hold the reserve. */
    public static byte[] listing(Lot.Listed lot) {
        return Json.bytes(lot.terms().listing());
    }

    /** The bytes for the column {@code state}; they hold the leader's maximum. */
    public static byte[] state(Lot.Listed lot) {
        return Json.bytes(StoredState.of(lot));
    }

    /** A column that is never null. */
    public static <T> T column(Readable row, String name, Class<T> type) {
        return Objects.requireNonNull(row.get(name, type), name);
    }

    /** A bytea column that is never null. */
    public static byte[] bytes(Readable row, String name) {
        return column(row, name, byte[].class);
    }
}
