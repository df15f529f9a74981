package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.frame.Feed;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.feed.Watch;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.Recipient;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class WatchesTest {

    private final Watches watches = new Watches(2);
    private final Watch lamp = watch(new LotId(new UUID(0, 1)));
    private final Watch clock = watch(new LotId(new UUID(0, 2)));

    @Test
    void there_is_no_place_for_more_than_allowed() {
        watches.add(lamp);
        watches.add(clock);
        assertThat(watches.add(watch(new LotId(new UUID(0, 3))))).isEqualTo(new Watches.Full());
    }

    @Test
    void watching_a_lot_again_replaces() {
        watches.add(lamp);
        watches.add(clock);
        Watch again = watch(lamp.lot());
        assertThat(watches.add(again)).isEqualTo(new Watches.Taken(lamp));
        assertThat(watches.remove(lamp)).isFalse();
        assertThat(watches.remove(again)).isTrue();
    }

    @Test
    void after_the_end_nothing_is_taken() {
        watches.add(lamp);
        assertThat(watches.end()).containsExactly(lamp);
        assertThat(watches.add(clock)).isEqualTo(new Watches.Full());
    }

    @Test
    void what_was_not_answered_yet_has_no_version() {
        watches.add(lamp);
        assertThat(watches.versions()).isEmpty();
    }

    private static Watch watch(LotId lot) {
        return new Watch(lot, Feed.LOG, null, new Nobody());
    }

    private static final class Nobody implements Recipient {
        @Override
        public void send(Frame frame) {}

        @Override
        public Mono<Void> room() {
            return Mono.empty();
        }
    }
}
