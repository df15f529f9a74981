package io.gavel.bidding.auction;

import io.gavel.contracts.lot.Paddle;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The hands of all bidders, on lots that must know them: sealed ones, those that take absentee bids
 * until they open, and those whose bids may be taken back. Never changes: a change gives a new book
 * that shares nearly everything with the old one.
 */
public final class Book {

    /** The most bidders that a lot which keeps a book takes. */
    public static final int MAX_BIDDERS = 10_000;

    /** Nobody has bid, or nobody needs to know. */
    public static final Book EMPTY = new Book(new Hand[0][], 0, 0);

    private static final int PAGE = 100;

    private final @Nullable Hand[][] pages;
    private final int bidders;
    private final int placed;

    private Book(@Nullable Hand[][] pages, int bidders, int placed) {
        this.pages = pages;
        this.bidders = bidders;
        this.placed = placed;
    }

    /** A book with these hands, in which so many bids have been placed so far. */
    public static Book of(List<Hand> hands, int placed) {
        Book book = EMPTY;
        for (Hand hand : hands) {
            book = book.with(hand);
        }
        return new Book(book.pages, book.bidders, placed);
    }

    /** How many bidders it knows. */
    public int bidders() {
        return bidders;
    }

    /** How many bids were ever placed in it: the place of the next. */
    public int placed() {
        return placed;
    }

    boolean isFullFor(Paddle paddle) {
        return paddle.number() > MAX_BIDDERS;
    }

    @Nullable Hand hand(Paddle paddle) {
        int index = paddle.number() - 1;
        return index / PAGE < pages.length ? pages[index / PAGE][index % PAGE] : null;
    }

    /** All hands, by paddle. */
    public Stream<Hand> hands() {
        return Arrays.stream(pages).flatMap(Arrays::stream).filter(Objects::nonNull);
    }

    Book with(Hand hand) {
        int index = hand.paddle().number() - 1;
        int page = index / PAGE;
        @Nullable Hand[][] after = Arrays.copyOf(pages, Math.max(pages.length, page + 1));
        for (int i = pages.length; i < after.length; i++) {
            after[i] = new Hand[PAGE];
        }
        after[page] = after[page].clone();
        boolean known = after[page][index % PAGE] != null;
        after[page][index % PAGE] = hand;
        int next = hand.bids().isEmpty() ? 0 : hand.bids().getLast().place() + 1;
        return new Book(after, known ? bidders : bidders + 1, Math.max(placed, next));
    }

    /** The hands that hold a bid, the best bid first. */
    List<Hand> ranked() {
        return hands().filter(hand -> !hand.bids().isEmpty()).sorted(Hand.BEST_FIRST).toList();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Book book
                && placed == book.placed
                && hands().toList().equals(book.hands().toList());
    }

    @Override
    public int hashCode() {
        return 31 * placed + bidders;
    }

    @Override
    public String toString() {
        return "Book[bidders=" + bidders + "]";
    }
}
