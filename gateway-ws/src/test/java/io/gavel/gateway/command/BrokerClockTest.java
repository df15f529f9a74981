package io.gavel.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BrokerClockTest {

    private static final Instant NOON = Instant.parse("2026-11-26T12:00:00Z");
    private static final Instant ANSWERED = NOON.plusMillis(30);

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final BrokerClock clock = new BrokerClock(meters);

    @Test
    void what_the_way_there_and_back_could_explain_is_no_difference() {
        assertThat(BrokerClock.ahead(NOON, NOON, ANSWERED)).isZero();
        assertThat(BrokerClock.ahead(NOON, ANSWERED, ANSWERED)).isZero();
        assertThat(BrokerClock.ahead(NOON.plusNanos(900_000), NOON, ANSWERED)).isZero();
    }

    @Test
    void a_time_after_the_answer_is_ahead_and_one_before_the_question_behind() {
        assertThat(BrokerClock.ahead(NOON, ANSWERED.plusMillis(70), ANSWERED))
                .isEqualTo(Duration.ofMillis(70));
        assertThat(BrokerClock.ahead(NOON, NOON.minusMillis(70), ANSWERED))
                .isEqualTo(Duration.ofMillis(-70));
    }

    @Test
    void the_broker_that_is_furthest_away_counts_until_the_next_round() {
        BrokerClock.Round round = clock.new Round();
        round.told(NOON, NOON.plusSeconds(1), NOON);
        round.told(NOON, NOON.minusSeconds(2), NOON);
        round.told(NOON, NOON, NOON);
        assertThat(skewSeconds()).isZero();
        round.end();
        assertThat(skewSeconds()).isEqualTo(-2);
        clock.new Round().end();
        assertThat(skewSeconds()).isZero();
    }

    private double skewSeconds() {
        return meters.get("gavel.gateway.clock.skew").timeGauge().value(TimeUnit.SECONDS);
    }
}
