package io.gavel.gateway.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LotEventTest {

    @Test
    void what_routes_an_event_is_read_from_its_bytes() {
        LotEvent event = Events.closed(17);
        assertThat(event.lot()).isEqualTo(Events.LOT);
        assertThat(event.version()).isEqualTo(17);
        assertThat(event.at()).isEqualTo(Instant.parse("2026-11-22T14:03:07.412Z"));
        assertThat(event.isTerminal()).isTrue();
        assertThat(Events.bid(17).isTerminal()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "17",
                "{}",
                "{\"lot\":\"x\",\"version\":1}",
                "{\"version\":1,\"at\":\"2026-11-22T14:03:07.412Z\",\"type\":\"bid\"}",
                "{\"version\":\"one\"}"
            })
    void what_is_no_event_is_refused(String text) {
        assertThatThrownBy(() -> LotEvent.of(text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
