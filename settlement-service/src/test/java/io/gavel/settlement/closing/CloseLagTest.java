package io.gavel.settlement.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.ReserveStatus;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CloseLagTest {

    private static final Instant END = Instant.parse("2026-11-26T14:00:00Z");
    private static final Duration SEEN_AFTER = Duration.ofSeconds(3);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final CloseLag lag = new CloseLag(InstantSource.fixed(END.plus(SEEN_AFTER)), meters);

    @Test
    void within_a_second_is_on_time() {
        closedAfter(Duration.ofSeconds(1), CloseOutcome.UNSOLD);
        assertThat(meters.counter("gavel.settlement.closes.late").count()).isZero();
        assertThat(meters.timer("gavel.settlement.close.lag").totalTime(TimeUnit.SECONDS)).isOne();
    }

    @Test
    void later_is_late() {
        closedAfter(Duration.ofMillis(1_001), CloseOutcome.SOLD);
        assertThat(meters.counter("gavel.settlement.closes.late").count()).isOne();
    }

    @Test
    void who_cancels_or_knocks_down_is_not_late() {
        closedAfter(Duration.ofSeconds(9), CloseOutcome.CANCELLED);
        closedAfter(Duration.ofSeconds(-9), CloseOutcome.SOLD);
        assertThat(meters.counter("gavel.settlement.closes.late").count()).isZero();
        assertThat(meters.timer("gavel.settlement.close.lag").count()).isZero();
    }

    private void closedAfter(Duration lateBy, CloseOutcome outcome) {
        lag.measure(
                List.of(
                        new LotNews(
                                new LotId(UUID.randomUUID()),
                                7,
                                LotStatus.CLOSED,
                                END,
                                null,
                                new LotNews.Closed(
                                        7,
                                        END.plus(lateBy),
                                        outcome,
                                        null,
                                        null,
                                        ReserveStatus.NONE),
                                null)));
    }
}
