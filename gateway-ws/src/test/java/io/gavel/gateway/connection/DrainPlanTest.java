package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DrainPlanTest {

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    0,     5000, 0
                    1,     5000, 1
                    10,    5000, 10
                    100,   5000, 100
                    101,   5000, 100
                    20000, 5000, 100
                    20000, 10,   1
                    """)
    void a_few_are_told_soon_and_many_over_the_window(int connections, long window, int groups) {
        DrainPlan plan = new DrainPlan(connections, Duration.ofMillis(window));
        assertThat(plan.groups()).isEqualTo(groups);
    }

    @ParameterizedTest
    @CsvSource({"1", "7", "100", "101", "199", "20000"})
    void each_is_told_once_and_the_groups_are_alike(int connections) {
        DrainPlan plan = new DrainPlan(connections, Duration.ofSeconds(5));
        int told = 0;
        for (int group = 0; group < plan.groups(); group++) {
            assertThat(plan.first(group)).isEqualTo(told);
            told = plan.first(group + 1);
            assertThat(told - plan.first(group))
                    .isBetween(
                            connections / plan.groups(), Math.ceilDiv(connections, plan.groups()));
        }
        assertThat(told).isEqualTo(connections);
    }

    @ParameterizedTest
    @CsvSource({"20000, 0, 1", "20000, 0.5, 2500", "20000, 1, 5000", "1, 1, 50", "2, 0.5, 50"})
    void nobody_stays_away_longer_than_all_goodbyes_take(int many, double chance, long millis) {
        assertThat(new DrainPlan(many, Duration.ofSeconds(5)).retryAfter(chance))
                .isEqualTo(Duration.ofMillis(millis));
    }
}
