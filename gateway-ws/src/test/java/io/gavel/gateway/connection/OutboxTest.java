package io.gavel.gateway.connection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.frame.CloseCode;
import io.gavel.gateway.wire.Frame;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OutboxTest {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final HandLine line = new HandLine();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Outbox outbox =
            new Outbox(line, 100, Duration.ofMillis(20), new SocketMeters(meters));

    @Test
    void the_next_batch_begins_when_the_one_before_is_written() {
        outbox.send(frame("a"));
        outbox.send(frame("b"));
        outbox.send(frame("c"));
        assertThat(line.written).containsExactly("a");
        line.finishWriting();
        assertThat(line.written).containsExactly("a", "b", "c");
    }

    @Test
    void a_reader_that_is_too_slow_is_closed_behind_what_is_being_written() {
        outbox.send(frame("a".repeat(60)));
        outbox.send(frame("b".repeat(30)));
        outbox.send(frame("c".repeat(30)));
        assertThat(line.closed).isEmpty();
        line.finishWriting();
        assertThat(line.written).containsExactly("a".repeat(60));
        assertThat(line.closed).containsExactly(CloseCode.SLOW_READER);
    }

    @Test
    void a_client_that_is_asked_to_come_back_gets_what_waits_for_it_before() {
        outbox.send(frame("a"));
        outbox.send(frame("b"));
        outbox.close(Goodbye.of(CloseCode.DRAIN));
        outbox.send(frame("c"));
        line.finishWriting();
        assertThat(line.closed).isEmpty();
        line.finishWriting();
        assertThat(line.written).containsExactly("a", "b");
        assertThat(line.closed).containsExactly(CloseCode.DRAIN);
    }

    @Test
    void what_comes_after_closing_is_dropped() {
        outbox.close(Goodbye.of(CloseCode.DRAIN));
        outbox.send(frame("a"));
        assertThat(line.written).isEmpty();
        assertThat(line.closed).containsExactly(CloseCode.DRAIN);
        outbox.close(Goodbye.of(CloseCode.IDLE));
        assertThat(line.closed).hasSize(1);
    }

    @Test
    void a_client_that_does_not_even_read_the_close_is_cut_off() {
        outbox.send(frame("a"));
        outbox.close(Goodbye.of(CloseCode.SLOW_READER));
        outbox.done().block(DEADLINE);
        assertThat(line.cut).isTrue();
    }

    @Test
    void what_is_written_at_once_is_followed_by_what_came_meanwhile() {
        line.writesAtOnce = true;
        line.whileWriting = () -> outbox.send(frame("b"));
        outbox.send(frame("a"));
        assertThat(line.written).containsExactly("a", "b");
        outbox.send(frame("c"));
        assertThat(line.written).containsExactly("a", "b", "c");
    }

    @Test
    void frames_and_the_close_are_counted_once() {
        outbox.send(frame("a".repeat(60)));
        outbox.send(frame("b".repeat(60)));
        outbox.close(Goodbye.of(CloseCode.IDLE));
        assertThat(
                        meters.get("gavel.gateway.frames.out")
                                .tag("type", "log")
                                .functionCounter()
                                .count())
                .isOne();
        assertThat(meters.counter("gavel.gateway.closes", "reason", "slow-reader").count()).isOne();
        assertThat(meters.find("gavel.gateway.closes").counters())
                .filteredOn(closes -> closes.count() > 0)
                .hasSize(1);
    }

    @Test
    void there_is_room_again_when_enough_was_written() {
        outbox.send(frame("a".repeat(60)));
        AtomicBoolean room = new AtomicBoolean();
        outbox.room().subscribe(null, null, () -> room.set(true));
        assertThat(room).isFalse();
        line.finishWriting();
        assertThat(room).isTrue();
    }

    @Test
    void nobody_waits_for_room_in_a_closed_queue() {
        outbox.send(frame("a".repeat(60)));
        AtomicBoolean room = new AtomicBoolean();
        outbox.room().subscribe(null, null, () -> room.set(true));
        outbox.ended();
        assertThat(room).isTrue();
    }

    private static Frame frame(String text) {
        return Frame.text("log", text);
    }

    /** A line that writes when told to. */
    private static final class HandLine implements Line {
        private final List<String> written = new ArrayList<>();
        private final List<CloseCode> closed = new ArrayList<>();
        private final AtomicBoolean cut = new AtomicBoolean();
        private boolean writesAtOnce;
        private Runnable whileWriting = () -> {};
        private @Nullable Writer writing;

        void finishWriting() {
            requireNonNull(writing).written();
        }

        @Override
        public boolean write(List<Frame> frames, Writer writer) {
            frames.forEach(frame -> written.add(new String(frame.utf8(), StandardCharsets.UTF_8)));
            Runnable meanwhile = whileWriting;
            whileWriting = () -> {};
            meanwhile.run();
            writing = writer;
            return writesAtOnce;
        }

        @Override
        public void close(Goodbye goodbye, Writer writer) {
            closed.add(goodbye.code());
        }

        @Override
        public void cut() {
            cut.set(true);
        }

        @Override
        public Executor thread() {
            return Runnable::run;
        }
    }
}
