package io.gavel.gateway.feed;

import static java.lang.Long.MAX_VALUE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ConflationTest {

    private static final long INTERVAL = Duration.ofMillis(50).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long STALE = Duration.ofMillis(250).toNanos();

    private final Conflation conflation = new Conflation(Duration.ofMillis(50));

    @Test
    void the_first_is_sent_at_once() {
        conflation.offer(Events.bid(1));
        assertThat(conflation.take(7)).map(LotEvent::version).contains(1L);
        assertThat(conflation.isWaiting()).isFalse();
    }

    @Test
    void of_those_that_come_too_soon_the_newest_is_sent_when_it_is_due() {
        sendOneAt(0);
        conflation.offer(Events.bid(2));
        conflation.offer(Events.bid(3));
        assertThat(conflation.take(INTERVAL - 1)).isEmpty();
        assertThat(conflation.due(INTERVAL - 1)).isEqualTo(1);
        assertThat(conflation.take(INTERVAL)).map(LotEvent::version).contains(3L);
        assertThat(conflation.take(INTERVAL)).isEmpty();
    }

    @Test
    void the_end_is_never_skipped() {
        sendOneAt(0);
        conflation.offer(Events.bid(2));
        conflation.offer(Events.closed(3));
        conflation.offer(Events.bid(4));
        assertThat(conflation.take(INTERVAL)).map(LotEvent::version).contains(3L);
        assertThat(conflation.take(2 * INTERVAL)).map(LotEvent::version).contains(4L);
    }

    /** Events at random times, from one now and then to thousands a second; asked when due. */
    @Test
    void at_most_20_a_second_are_sent_and_nobody_is_ever_staler_than_250_ms() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Deque<Long> sentAt = new ArrayDeque<>();
        long now = 0;
        long unseenSince = -1;
        long version = 0;
        long nextEvent = 0;
        while (version < 20_000) {
            long due = conflation.isWaiting() ? now + Math.max(0, conflation.due(now)) : MAX_VALUE;
            now = Math.min(nextEvent, due);
            if (now == nextEvent) {
                conflation.offer(Events.bid(++version));
                unseenSince = unseenSince < 0 ? now : unseenSince;
                nextEvent = now + random.nextLong(1L << random.nextInt(10, 28));
            }
            Optional<LotEvent> sent = conflation.take(now);
            if (sent.isPresent()) {
                assertThat(sent.get().version()).as("newest, seed %d", seed).isEqualTo(version);
                assertThat(now - unseenSince).as("stale, seed %d", seed).isLessThanOrEqualTo(STALE);
                unseenSince = -1;
                sentAt.addLast(now);
                while (sentAt.getFirst() <= now - SECOND) {
                    sentAt.removeFirst();
                }
                assertThat(sentAt).as("a second, seed %d", seed).hasSizeLessThanOrEqualTo(20);
            }
        }
    }

    private void sendOneAt(long nanos) {
        conflation.offer(Events.bid(1));
        conflation.take(nanos);
    }
}
