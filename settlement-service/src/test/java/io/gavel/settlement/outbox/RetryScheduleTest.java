package io.gavel.settlement.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class RetryScheduleTest {

    private static final OutboxProperties DEFAULTS =
            new Binder(new MapConfigurationPropertySource())
                    .bindOrCreate("gavel.outbox", OutboxProperties.class);
    private static final RetrySchedule SCHEDULE =
            new RetrySchedule(DEFAULTS.retries(), DEFAULTS.jitter());

    @ParameterizedTest
    @CsvSource({
        "1,0,PT5S",
        "1,1,PT6S",
        "2,0,PT5M",
        "3,0,PT30M",
        "4,0,PT2H",
        "5,0,PT5H",
        "6,0,PT10H",
        "7,0,PT12H",
        "11,0,PT12H",
        "11,0.5,PT13H12M"
    })
    void it_waits_longer_and_longer(int tries, double chance, Duration wait) {
        assertThat(SCHEDULE.after(tries, chance)).contains(wait);
    }

    @Test
    void after_the_last_it_gives_up() {
        assertThat(SCHEDULE.after(12, 0)).isEmpty();
    }

    @Test
    void in_all_it_takes_about_three_days() {
        Duration all =
                IntStream.rangeClosed(1, 11)
                        .mapToObj(tries -> SCHEDULE.after(tries, 0).orElseThrow())
                        .reduce(Duration.ZERO, Duration::plus);

        assertThat(all).isBetween(Duration.ofDays(3), Duration.ofDays(4));
    }

    @Test
    void the_defaults_are_those_of_the_javadoc() {
        assertThat(DEFAULTS)
                .isEqualTo(
                        new OutboxProperties(
                                Duration.ofMillis(200),
                                64,
                                4,
                                List.of(
                                        Duration.ofSeconds(5),
                                        Duration.ofMinutes(5),
                                        Duration.ofMinutes(30),
                                        Duration.ofHours(2),
                                        Duration.ofHours(5),
                                        Duration.ofHours(10),
                                        Duration.ofHours(12),
                                        Duration.ofHours(12),
                                        Duration.ofHours(12),
                                        Duration.ofHours(12),
                                        Duration.ofHours(12)),
                                0.2,
                                Duration.ofDays(30)));
    }
}
