package io.gavel.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.frame.Feed;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LotFeedTest {

    private final HandTimers timers = new HandTimers();
    private final LotFeed feed =
            new LotFeed(
                    Events.LOT,
                    new LotLog(new Recent(10, 100_000)),
                    new Conflation(Duration.ofMillis(50)),
                    timers);
    private final Listener listener = new Listener();

    @BeforeEach
    void a_lot_at_version_20_of_which_11_to_20_are_in_memory() {
        feed.begin("{\"title\":\"Lamp\"}", Events.bids(11, 20));
    }

    @Test
    void a_watch_begins_with_a_snapshot_and_goes_on_with_the_next_version() {
        watch(Feed.LOG, null);
        feed.append(Events.bid(21));
        feed.append(Events.bid(22));
        assertThat(listener.heard()).containsExactly("snapshot 20", "log [21]", "log [22]");
    }

    @Test
    void a_snapshot_has_the_exact_bytes_of_the_newest_event() {
        watch(Feed.LOG, null);
        String frame = new String(listener.last().utf8(), StandardCharsets.UTF_8);
        String event = new String(Events.bid(20).bytes(), StandardCharsets.UTF_8);
        assertThat(frame).contains("\"static\":{\"title\":\"Lamp\"},\"event\":" + event + "}");
    }

    @Test
    void a_watch_that_was_here_before_goes_on_behind_its_version() {
        watch(Feed.LOG, 17L);
        feed.append(Events.bid(21));
        assertThat(listener.heard()).containsExactly("log recovered [18, 19, 20]", "log [21]");
    }

    @Test
    void a_watch_that_missed_nothing_is_told_so() {
        watch(Feed.LOG, 20L);
        assertThat(listener.heard()).containsExactly("log recovered []");
    }

    @Test
    void a_watch_from_long_ago_reads_the_past_first() {
        Watch watch = new Watch(Events.LOT, Feed.LOG, 3L, listener);
        feed.enter(watch);
        assertThat(feed.answer(watch)).isEqualTo(new Step.ReadPast(3));
        feed.past(watch, Events.bids(4, 8));
        feed.append(Events.bid(21));
        assertThat(feed.answer(watch)).isEqualTo(new Step.ReadPast(8));
        feed.past(watch, Events.bids(9, 14));
        assertThat(feed.answer(watch)).isEqualTo(new Step.Settled());
        feed.append(Events.bid(22));
        assertThat(listener.heard())
                .containsExactly(
                        "log recovered [4, 5, 6, 7, 8]",
                        "log [9, 10, 11, 12, 13, 14]",
                        "log [15, 16, 17, 18, 19, 20, 21]",
                        "log [22]");
        assertThat(watch.recovery()).contains(Recovery.LOG);
    }

    @Test
    void a_past_that_cannot_be_read_without_a_hole_ends_in_a_snapshot() {
        Watch watch = new Watch(Events.LOT, Feed.LOG, 3L, listener);
        feed.enter(watch);
        feed.answer(watch);
        feed.past(watch, Events.bids(7, 8));
        feed.append(Events.bid(21));
        assertThat(listener.heard()).containsExactly("snapshot 20", "log [21]");
        assertThat(watch.recovery()).contains(Recovery.SNAPSHOT);
    }

    @Test
    void a_watch_ahead_of_the_head_makes_it_look_again_before_it_gets_a_snapshot() {
        Watch watch = new Watch(Events.LOT, Feed.LOG, 22L, listener);
        feed.enter(watch);
        assertThat(feed.answer(watch)).isEqualTo(new Step.LookForHead());
        assertThat(feed.answer(watch)).isEqualTo(new Step.Settled());
        assertThat(listener.heard()).containsExactly("snapshot 20");
    }

    @Test
    void a_watch_ahead_of_the_head_recovers_when_the_head_has_moved() {
        Watch watch = new Watch(Events.LOT, Feed.LOG, 22L, listener);
        feed.enter(watch);
        feed.answer(watch);
        Events.bids(21, 22).forEach(feed::append);
        feed.answer(watch);
        assertThat(listener.heard()).containsExactly("log recovered []");
        assertThat(watch.recovery()).contains(Recovery.MEMORY);
    }

    @Test
    void nothing_is_sent_twice_nor_past_a_hole() {
        watch(Feed.LOG, null);
        feed.append(Events.bid(20));
        feed.append(Events.bid(23));
        assertThat(feed.startFilling()).isTrue();
        assertThat(feed.startFilling()).isFalse();
        Events.bids(21, 23).forEach(feed::append);
        feed.filled();
        assertThat(feed.startFilling()).isFalse();
        assertThat(listener.heard())
                .containsExactly("snapshot 20", "log [21]", "log [22]", "log [23]");
    }

    @Test
    void the_state_feed_sends_the_newest_and_not_too_often() {
        watch(Feed.STATE, null);
        Events.bids(21, 25).forEach(feed::append);
        assertThat(listener.heard()).containsExactly("snapshot 20", "state 21");
        timers.pass(Duration.ofMillis(50));
        assertThat(listener.heard()).containsExactly("snapshot 20", "state 21", "state 25");
        timers.pass(Duration.ofMillis(50));
        feed.append(Events.closed(26));
        assertThat(listener.heard()).last().isEqualTo("state 26");
    }

    @Test
    void what_a_snapshot_said_is_not_said_again_as_a_state() {
        watch(Feed.STATE, null);
        Events.bids(21, 23).forEach(feed::append);
        Listener late = new Listener();
        Watch watch = new Watch(Events.LOT, Feed.STATE, null, late);
        feed.enter(watch);
        feed.answer(watch);
        timers.pass(Duration.ofMillis(50));
        assertThat(late.heard()).containsExactly("snapshot 23");
    }

    @Test
    void all_watchers_share_one_encoded_frame() {
        watch(Feed.LOG, null);
        Listener other = new Listener();
        Watch watch = new Watch(Events.LOT, Feed.LOG, null, other);
        feed.enter(watch);
        feed.answer(watch);
        feed.append(Events.bid(21));
        assertThat(other.last()).isSameAs(listener.last());
    }

    @Test
    void a_watch_that_has_ended_hears_nothing() {
        Watch watch = watch(Feed.LOG, null);
        feed.leave(watch);
        feed.append(Events.bid(21));
        assertThat(listener.heard()).containsExactly("snapshot 20");
    }

    @Test
    void a_lot_is_forgotten_only_when_nobody_has_watched_for_a_while() {
        Watch watch = watch(Feed.LOG, null);
        long keep = Duration.ofSeconds(60).toNanos();
        timers.pass(Duration.ofMinutes(5));
        assertThat(feed.forgetIfUnwatched(keep)).isFalse();
        feed.leave(watch);
        timers.pass(Duration.ofSeconds(59));
        assertThat(feed.forgetIfUnwatched(keep)).isFalse();
        timers.pass(Duration.ofSeconds(1));
        assertThat(feed.forgetIfUnwatched(keep)).isTrue();
        assertThat(feed.enter(new Watch(Events.LOT, Feed.LOG, null, listener))).isFalse();
    }

    @Test
    void a_long_past_is_told_in_several_frames_of_which_the_first_says_recovered() {
        List<String> frames =
                LogFrames.past(Events.LOT, Events.bids(1, 250), true).stream()
                        .map(frame -> new String(frame.utf8(), StandardCharsets.UTF_8))
                        .toList();
        assertThat(frames).hasSize(3);
        assertThat(frames.getFirst()).contains("\"recovered\":true");
        assertThat(frames.subList(1, 3)).noneMatch(frame -> frame.contains("recovered"));
    }

    private Watch watch(Feed kind, @Nullable Long after) {
        Watch watch = new Watch(Events.LOT, kind, after, listener);
        feed.enter(watch);
        feed.answer(watch);
        return watch;
    }
}
