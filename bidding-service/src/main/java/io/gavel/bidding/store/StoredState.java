package io.gavel.bidding.store;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gavel.bidding.auction.Bidding;
import io.gavel.bidding.auction.Book;
import io.gavel.bidding.auction.DutchBidding;
import io.gavel.bidding.auction.EnglishBidding;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.auction.SealedBidding;
import io.gavel.bidding.auction.Span;
import io.gavel.bidding.auction.Standing;
import io.gavel.bidding.auction.Terms;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The changing part of a lot as it is kept, without its book; a few hundred bytes, however many
 * bids.
 *
 * @param span null until it opens
 * @param placed bids ever placed in its book
 * @param pausedSince there while it is paused
 * @param end there when it is closed
 */
@JsonPropertyOrder({"status", "span", "bids", "paddles", "placed", "led", "pausedSince", "end"})
@JsonInclude(JsonInclude.Include.NON_NULL)
record StoredState(
        LotStatus status,
        @Nullable Span span,
        int bids,
        int paddles,
        int placed,
        Standing.@Nullable Led led,
        @Nullable Instant pausedSince,
        @Nullable End end) {

    @JsonPropertyOrder({"outcome", "hammer", "winner", "at"})
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record End(CloseOutcome outcome, @Nullable Money hammer, @Nullable Paddle winner, Instant at) {}

    static StoredState of(Lot.Listed lot) {
        return switch (lot) {
            case Lot.Scheduled(_, int paddles, Book book) ->
                    new StoredState(
                            LotStatus.SCHEDULED, null, 0, paddles, book.placed(), null, null, null);
            case Lot.Open(var bidding) -> of(LotStatus.OPEN, bidding, null, null);
            case Lot.Paused(var bidding, var since) -> of(LotStatus.PAUSED, bidding, since, null);
            case Lot.Closed(var bidding, var outcome, var hammer, var winner, var at) ->
                    of(LotStatus.CLOSED, bidding, null, new End(outcome, hammer, winner, at));
        };
    }

    private static StoredState of(
            LotStatus status, Bidding bidding, @Nullable Instant pausedSince, @Nullable End end) {
        int bids =
                switch (bidding) {
                    case EnglishBidding english -> english.bids();
                    case SealedBidding sealed -> sealed.bids();
                    case DutchBidding _ -> 0;
                };
        Standing standing =
                switch (bidding) {
                    case EnglishBidding english -> english.standing();
                    case SealedBidding _ -> new Standing.NoBids();
                    case DutchBidding dutch -> dutch.standing();
                };
        return new StoredState(
                status,
                bidding.span(),
                bids,
                bidding.paddles(),
                bidding.book().placed(),
                standing instanceof Standing.Led led ? led : null,
                pausedSince,
                end);
    }

    /** Whether the lot's rules need its book as it stands. */
    boolean needsBook(Terms terms) {
        return switch (status) {
            case SCHEDULED -> terms.rules().absenteeBids();
            case OPEN, PAUSED -> terms.keepsBook();
            case CLOSED -> false;
        };
    }

    Lot.Listed lot(Terms terms, Book book) {
        return switch (status) {
            case SCHEDULED -> new Lot.Scheduled(terms, paddles, book);
            case OPEN -> new Lot.Open(bidding(terms, book));
            case PAUSED -> new Lot.Paused(bidding(terms, book), there(pausedSince, terms));
            case CLOSED -> {
                End known = there(end, terms);
                yield new Lot.Closed(
                        bidding(terms, book), known.outcome, known.hammer, known.winner, known.at);
            }
        };
    }

    private Bidding bidding(Terms terms, Book book) {
        Span known = there(span, terms);
        Standing standing = led == null ? new Standing.NoBids() : led;
        return switch (terms.rules().format()) {
            case Format.English _ ->
                    new EnglishBidding(terms, known, standing, bids, paddles, book);
            case Format.SealedFirstPrice(), Format.SealedSecondPrice() ->
                    new SealedBidding(terms, known, bids, paddles, book);
            case Format.Dutch _ -> new DutchBidding(terms, known, standing, paddles);
        };
    }

    private <T> T there(@Nullable T part, Terms terms) {
        return Objects.requireNonNull(
                part,
                () -> "incomplete state of a lot that is " + status.word() + ": " + terms.lot());
    }
}
