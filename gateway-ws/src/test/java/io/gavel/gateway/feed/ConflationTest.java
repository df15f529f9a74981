package io.gavel.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConflationTest {

    private static final long INTERVAL = Duration.ofMillis(50).toNanos();

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

    private void sendOneAt(long nanos) {
        conflation.offer(Events.bid(1));
        conflation.take(nanos);
    }
}
