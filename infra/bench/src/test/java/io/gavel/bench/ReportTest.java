package io.gavel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ReportTest {

    private final Report report = new Report();

    @Test
    void a_report_of_nothing_is_still_a_report() {
        assertThat(json()).isEqualTo("{\"ratios\":{},\"absolute\":{}}");
    }

    @Test
    void figures_are_medians_and_ratios_are_medians_over_medians() {
        Series gavel = Series.of(30_000.4, 45_000, 20_000);
        Series locking = Series.of(2_000, 1_000, 4_000, 2_000);
        report.figure("hotLotDecisionsPerSecond", gavel);
        report.figure("rowLockingHotPerSecond", locking);
        report.figure("rowLockingHotConnections", 4);
        report.figure("latencyP50Micros", 812.34567);
        report.ratio("hotLot", gavel, locking);
        assertThat(json())
                .isEqualTo(
                        "{\"ratios\":{\"hotLot\":15.000},\"absolute\":{"
                            + "\"hotLotDecisionsPerSecond\":30000,\"rowLockingHotPerSecond\":2000,"
                            + "\"rowLockingHotConnections\":4,\"latencyP50Micros\":812.346}}");
    }

    @Test
    void large_figures_are_written_digit_by_digit() {
        report.figure("coreDecisionsPerSecond", 20_072_244.68);
        assertThat(json()).contains("\"coreDecisionsPerSecond\":20072245}");
    }

    @Test
    void the_table_has_the_median_the_least_and_the_most() {
        report.figure("hotLotDecisionsPerSecond", Series.of(3_000, 1_000, 2_000));
        report.ratio("hotLot", Series.of(40), Series.of(3));
        assertThat(report.table().lines().map(line -> line.replaceAll(" +", " ")))
                .containsExactly(
                        " median min max rounds",
                        "hotLotDecisionsPerSecond 2,000 1,000 3,000 3",
                        "ratio hotLot 13.33");
    }

    private String json() {
        return new String(report.json(), StandardCharsets.UTF_8);
    }
}
