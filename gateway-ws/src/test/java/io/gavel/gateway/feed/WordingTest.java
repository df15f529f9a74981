package io.gavel.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.frame.Feed;
import io.gavel.contracts.json.Json;
import io.gavel.gateway.wire.Frame;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class WordingTest {

    private final LotFeed feed =
            new LotFeed(
                    Events.LOT,
                    new LotLog(new Recent(10, 100_000)),
                    new Conflation(Duration.ofMillis(50)),
                    new HandTimers());
    private final Listener bare = new Listener();
    private final List<Frame> frames = bare.frames();

    @BeforeEach
    void a_lot_at_version_20_of_which_11_to_20_are_in_memory() {
        feed.begin("{\"title\":\"Lamp\"}", Events.bids(11, 20));
    }

    @Test
    void bare_frames_are_the_very_bytes_of_the_events_with_their_version_beside_them() {
        watch(Feed.LOG, null);
        LotEvent event = Events.bid(21);
        feed.append(event);
        assertThat(frames).extracting(Frame::type).containsExactly("snapshot", "log");
        assertThat(frames).extracting(Frame::version).containsExactly(20L, 21L);
        assertThat(frames.getLast().utf8()).isSameAs(event.bytes());
    }

    @Test
    void a_past_that_can_be_told_comes_behind_a_snapshot_that_moves_nobody_on() {
        watch(Feed.LOG, 17L);
        assertThat(frames).extracting(Frame::type).containsExactly("snapshot", "log", "log", "log");
        assertThat(frames).extracting(Frame::version).containsExactly(null, 18L, 19L, 20L);
        JsonNode snapshot = Json.tree(frames.getFirst().utf8());
        assertThat(snapshot.required("recovered").booleanValue()).isTrue();
        assertThat(snapshot.required("version").longValue()).isEqualTo(20);
        assertThat(snapshot.required("static").required("title").stringValue()).isEqualTo("Lamp");
    }

    @Test
    void the_past_is_announced_once_however_many_pages_it_has() {
        Watch watch = new Watch(Events.LOT, Feed.LOG, 3L, Wording.BARE, bare);
        feed.enter(watch);
        feed.past(watch, Events.bids(4, 8));
        feed.past(watch, Events.bids(9, 10));
        feed.answer(watch);
        assertThat(frames).filteredOn(frame -> "snapshot".equals(frame.type())).hasSize(1);
        assertThat(frames.stream().skip(1).map(Frame::version))
                .containsExactlyElementsOf(
                        Events.bids(4, 20).stream().map(LotEvent::version).toList());
    }

    @Test
    void who_is_ahead_of_the_log_is_told_where_it_is() {
        Watch watch = watch(Feed.LOG, 30L);
        assertThat(frames).isEmpty();
        feed.answer(watch);
        assertThat(frames).extracting(Frame::version).containsExactly(20L);
        assertThat(Json.tree(frames.getFirst().utf8()).required("recovered").booleanValue())
                .isFalse();
    }

    @Test
    void who_watches_in_whole_frames_beside_it_gets_those() {
        Listener socket = new Listener();
        Watch whole = new Watch(Events.LOT, Feed.LOG, null, socket);
        feed.enter(whole);
        feed.answer(whole);
        watch(Feed.LOG, null);
        feed.append(Events.bid(21));
        assertThat(socket.heard()).containsExactly("snapshot 20", "log [21]");
        assertThat(frames).extracting(Frame::version).containsExactly(20L, 21L);
    }

    private Watch watch(Feed kind, @Nullable Long after) {
        Watch watch = new Watch(Events.LOT, kind, after, Wording.BARE, bare);
        feed.enter(watch);
        feed.answer(watch);
        return watch;
    }
}
