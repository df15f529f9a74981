package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.gateway.wire.Frame;
import org.junit.jupiter.api.Test;

class OutboxQueueTest {

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

    private static Frame frame(int bytes) {
        return Frame.text("log", "x".repeat(bytes));
    }
}
