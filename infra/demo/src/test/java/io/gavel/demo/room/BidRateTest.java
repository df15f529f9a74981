package io.gavel.demo.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class BidRateTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    @Test
    void allTogetherBidNoMoreThanTheyMayHoweverOftenTheyWantTo() {
        BidRate rate = new BidRate(4, 4);
        int taken = 0;
        for (int millis = 0; millis < 10_000; millis += 10) {
            taken += rate.take(NOW.plusMillis(millis)) ? 1 : 0;
        }
        assertThat(taken).isBetween(40, 44);
    }
}
