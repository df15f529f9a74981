package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BookTest {

    private static Hand hand(int paddle, int place) {
        Hand empty = Hand.of(new AccountId("b" + paddle), new Paddle(paddle), Money.ZERO);
        return empty.and(new Placed(new Money(100), LISTED_AT, place, true));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 99, 100, 101, 200, 201, 10_000})
    void a_hand_is_found_under_its_paddle_alone(int paddle) {
        Book book = Book.EMPTY.with(hand(paddle, 6));

        assertThat(book.hand(new Paddle(paddle))).isEqualTo(hand(paddle, 6));
        assertThat(book.hand(new Paddle(paddle + 1))).isNull();
        assertThat(book.hand(new Paddle(paddle + 100))).isNull();
        assertThat(book.hands()).containsExactly(hand(paddle, 6));
        assertThat(book.bidders()).isEqualTo(1);
        assertThat(book.placed()).isEqualTo(7);
        assertThat(Book.EMPTY.hands()).isEmpty();
    }

    @Test
    void a_hand_replaces_the_one_before_and_the_old_book_stays_as_it_was() {
        Book before = Book.EMPTY.with(hand(1, 0)).with(hand(2, 1));

        Book after =
                before.with(hand(1, 2))
                        .with(Hand.of(new AccountId("b2"), new Paddle(2), Money.ZERO));

        assertThat(after.bidders()).isEqualTo(2);
        assertThat(after.placed()).isEqualTo(3);
        assertThat(before.hand(new Paddle(1))).isEqualTo(hand(1, 0));
        assertThat(before.placed()).isEqualTo(2);
    }

    @Test
    void books_are_equal_that_hold_the_same_hands_and_count_the_same_places() {
        Book book = Book.EMPTY.with(hand(1, 0)).with(hand(2, 1));
        Book same = Book.of(List.of(hand(2, 1), hand(1, 0)), 2);

        assertThat(same).isEqualTo(book).hasSameHashCodeAs(book);
        assertThat(book)
                .isNotEqualTo(Book.of(List.of(hand(1, 0), hand(2, 1)), 3))
                .isNotEqualTo(Book.of(List.of(hand(1, 0)), 2))
                .isNotEqualTo(Book.of(List.of(hand(1, 1), hand(2, 0)), 2))
                .isNotEqualTo("a book");
        assertThat(List.of(book.hashCode(), Book.EMPTY.with(hand(1, 1)).hashCode()))
                .containsExactly(64, 63);
    }

    @Test
    void a_lot_that_needs_none_keeps_none() {
        Saleroom room = new Saleroom(aLot());
        room.bid("alice", 500);
        room.bid("bob", 900);

        assertThat(((Lot.Listed) room.entry().lot()).book()).isEqualTo(Book.EMPTY);
    }

    @Test
    void it_is_kept_where_a_rule_may_need_each_bid() {
        assertThat(terms(aLot()).keepsBook()).isFalse();
        assertThat(terms(aLot().withAbsenteeBids()).keepsBook()).isFalse();
        assertThat(terms(aLot().withRetraction()).keepsBook()).isTrue();
        for (Format sealed : SealedRulesTest.formats()) {
            assertThat(terms(aLot().as(sealed)).keepsBook()).isTrue();
        }
        Format dutch = new Format.Dutch(new Money(1), Duration.ofMinutes(1), new Money(1));
        assertThat(terms(aLot().as(dutch)).keepsBook()).isFalse();
    }

    private static Terms terms(ListingBuilder lot) {
        return new Terms(new LotId(new UUID(0, 1)), Saleroom.SELLER, lot.build());
    }
}
