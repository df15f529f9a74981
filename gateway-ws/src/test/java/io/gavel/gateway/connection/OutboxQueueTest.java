package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.Standing;
import org.junit.jupiter.api.Test;

class OutboxQueueTest {

    private static final LotId LOT = LotId.parse("0197b8f0-0000-7000-8000-000000000001");

    private final OutboxQueue queue = new OutboxQueue(100);

    @Test
    void frames_are_taken_in_order_up_to_a_batch() {
        Frame first = frame(20);
        Frame second = frame(20);
        Frame third = frame(20);
        queue.offer(first);
        queue.offer(second);
        queue.offer(third);
        assertThat(queue.take(30)).containsExactly(first, second);
        queue.written();
        assertThat(queue.take(30)).containsExactly(third);
    }

    @Test
    void what_is_being_written_counts_until_it_is_written() {
        queue.offer(frame(60));
        queue.take(1000);
        assertThat(queue.offer(frame(41))).isFalse();
        assertThat(queue.offer(frame(40))).isTrue();
        queue.written();
        assertThat(queue.bytes()).isEqualTo(40);
        assertThat(queue.offer(frame(60))).isTrue();
    }

    @Test
    void a_frame_larger_than_the_queue_goes_through_alone() {
        assertThat(queue.offer(frame(500))).isTrue();
        assertThat(queue.offer(frame(1))).isFalse();
    }

    @Test
    void there_is_room_when_three_quarters_are_free() {
        queue.offer(frame(25));
        assertThat(queue.hasRoom()).isTrue();
        queue.offer(frame(1));
        assertThat(queue.hasRoom()).isFalse();
    }

    @Test
    void clearing_leaves_what_is_being_written() {
        queue.offer(frame(30));
        queue.take(10);
        queue.offer(frame(30));
        queue.clear();
        assertThat(queue.bytes()).isEqualTo(30);
        assertThat(queue.isEmpty()).isTrue();
    }

    @Test
    void what_is_true_now_takes_the_place_of_what_was_so_before() {
        Frame other = frame(10);
        Frame newest = state(LOT, 30);
        queue.offer(state(LOT, 20));
        queue.offer(other);
        queue.offer(newest);
        assertThat(queue.bytes()).isEqualTo(40);
        assertThat(queue.take(1000)).containsExactly(newest, other);
    }

    @Test
    void what_is_being_written_is_not_overwritten() {
        queue.offer(state(LOT, 20));
        queue.take(10);
        Frame newer = state(LOT, 20);
        queue.offer(newer);
        assertThat(queue.take(1000)).containsExactly(newer);
    }

    @Test
    void each_lot_has_its_own_place() {
        Frame one = state(LOT, 20);
        Frame another = state(LotId.parse("0197b8f0-0000-7000-8000-000000000002"), 20);
        queue.offer(one);
        queue.offer(another);
        assertThat(queue.take(1000)).containsExactly(one, another);
    }

    @Test
    void what_lasts_stays_and_is_not_overtaken() {
        Frame before = state(LOT, 10);
        Frame lasting = frame(10).standing(Standing.lasting(LOT));
        Frame after = state(LOT, 10);
        queue.offer(before);
        queue.offer(lasting);
        queue.offer(after);
        assertThat(queue.take(1000)).containsExactly(before, lasting, after);
    }

    @Test
    void a_newer_state_that_is_too_large_does_not_fit_either() {
        queue.offer(state(LOT, 20));
        queue.offer(frame(70));
        assertThat(queue.offer(state(LOT, 31))).isFalse();
        assertThat(queue.offer(state(LOT, 30))).isTrue();
    }

    private static Frame state(LotId lot, int bytes) {
        return frame(bytes).standing(Standing.passing(lot));
    }

    private static Frame frame(int bytes) {
        return Frame.text("log", "x".repeat(bytes));
    }
}
