package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.frame.CloseCode;
import io.gavel.gateway.wire.Frame;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

class OutboxTest {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final HandLine line = new HandLine();
    private final Outbox outbox = new Outbox(line, 100, Duration.ofMillis(20));

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
        assertThat(outbox.send(frame("c".repeat(30)))).isFalse();
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
        assertThat(outbox.close(Goodbye.of(CloseCode.IDLE))).isFalse();
    }

    @Test
    void a_client_that_does_not_even_read_the_close_is_cut_off() {
        outbox.send(frame("a"));
        outbox.close(Goodbye.of(CloseCode.SLOW_READER));
        outbox.done().block(DEADLINE);
        assertThat(line.cut).isTrue();
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
        private Sinks.Empty<Void> writing = Sinks.empty();

        void finishWriting() {
            Sinks.Empty<Void> finished = writing;
            writing = Sinks.empty();
            finished.tryEmitEmpty();
        }

        @Override
        public Mono<Void> write(List<Frame> frames) {
            frames.forEach(frame -> written.add(new String(frame.utf8(), StandardCharsets.UTF_8)));
            return writing.asMono();
        }

        @Override
        public Mono<Void> close(Goodbye goodbye) {
            closed.add(goodbye.code());
            return Mono.empty();
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
