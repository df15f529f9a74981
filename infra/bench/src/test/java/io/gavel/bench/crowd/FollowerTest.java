package io.gavel.bench.crowd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FollowerTest {

    private static final String SNAPSHOT =
            "{\"type\":\"snapshot\",\"lot\":\"x\",\"version\":16,\"event\":{\"version\":16}}";

    private final Tally tally = new Tally();
    private final Follower follower = new Follower(tally);

    @Test
    void it_counts_every_event_of_a_frame() {
        hear(SNAPSHOT);
        hear(log("{\"version\":17},{\"version\":18}"));
        hear("{\"type\":\"heartbeat\",\"versions\":{\"x\":18}}");
        hear(log("{\"version\":19}"));
        assertThat(tally.joined()).isOne();
        assertThat(tally.arrived()).isEqualTo(3);
        assertThat(tally.next()).isEqualTo(20);
        assertThat(tally.latencies().getTotalCount()).isEqualTo(3);
    }

    @Test
    void a_hole_is_a_failure() {
        hear(SNAPSHOT);
        assertThatThrownBy(() -> hear(log("{\"version\":18}")))
                .hasMessage("version 18 (expected: 17)");
    }

    @Test
    void one_that_comes_twice_is_a_failure() {
        hear(SNAPSHOT);
        assertThatThrownBy(() -> hear(log("{\"version\":17},{\"version\":17}")))
                .hasMessage("version 17 (expected: 18)");
    }

    @Test
    void an_event_is_timed_from_when_its_bid_was_due() {
        hear(SNAPSHOT);
        tally.expect(version -> System.nanoTime() - version * 1_000_000_000L);
        hear(log("{\"version\":17}"));
        assertThat(tally.latencies().getMaxValueAsDouble()).isGreaterThan(16.9e9);
    }

    private static String log(String events) {
        return "{\"type\":\"log\",\"lot\":\"x\",\"events\":[" + events + "]}";
    }

    private void hear(String frame) {
        byte[] text = frame.getBytes(StandardCharsets.UTF_8);
        follower.heard(text, 0, text.length);
    }
}
