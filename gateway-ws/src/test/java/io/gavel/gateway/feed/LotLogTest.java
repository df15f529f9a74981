package io.gavel.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LotLogTest {

    private final LotLog log = new LotLog(new Recent(4, 10_000));

    @Test
    void nothing_is_taken_before_the_beginning_but_remembered_as_heard_of() {
        assertThat(log.append(Events.bid(1))).isFalse();
        log.begin(Events.bids(1, 1));
        assertThat(log.hasHole()).isFalse();
        assertThat(log.head()).isEqualTo(1);
    }

    @Test
    void the_head_moves_on_by_one() {
        log.begin(Events.bids(3, 5));
        assertThat(log.append(Events.bid(6))).isTrue();
        assertThat(log.head()).isEqualTo(6);
    }

    @Test
    void a_version_that_is_known_is_dropped() {
        log.begin(Events.bids(3, 5));
        assertThat(log.append(Events.bid(5))).isFalse();
        assertThat(log.append(Events.bid(1))).isFalse();
        assertThat(log.hasHole()).isFalse();
    }

    @Test
    void a_version_that_comes_too_early_leaves_a_hole_until_the_log_was_read() {
        log.begin(Events.bids(3, 5));
        assertThat(log.append(Events.bid(8))).isFalse();
        assertThat(log.hasHole()).isTrue();
        Events.bids(6, 8).forEach(log::append);
        assertThat(log.hasHole()).isFalse();
        assertThat(log.head()).isEqualTo(8);
    }

    @Test
    void only_the_newest_events_are_remembered() {
        log.begin(Events.bids(1, 6));
        assertThat(log.remembers(1)).isFalse();
        assertThat(log.remembers(2)).isTrue();
        assertThat(log.after(4)).extracting(LotEvent::version).containsExactly(5L, 6L);
        assertThat(log.after(6)).isEmpty();
    }

    @Test
    void the_newest_event_is_remembered_however_large() {
        LotLog small = new LotLog(new Recent(4, 10));
        small.begin(Events.bids(1, 3));
        assertThat(small.remembers(2)).isTrue();
        assertThat(small.remembers(1)).isFalse();
    }
}
