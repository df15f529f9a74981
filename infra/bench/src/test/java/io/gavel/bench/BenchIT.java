package io.gavel.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

class BenchIT {

    private static final Duration AHEAD = Duration.ofSeconds(4);

    /** Too little to mean anything, enough to go through everything once. */
    private static final Effort LEAST =
            new Effort(
                    1,
                    1,
                    Duration.ofMillis(100),
                    Duration.ofMillis(50),
                    Duration.ofMillis(200),
                    Duration.ofMillis(500),
                    1,
                    Duration.ofMillis(50),
                    1_000,
                    100,
                    1,
                    new GatewayEffort(
                            1,
                            Duration.ofMillis(500),
                            Duration.ofMillis(200),
                            new GatewayEffort.Watching(50, 20),
                            // A reader may fall behind by 256 KB only, on a machine that does more.
                            new GatewayEffort.Watching(20, 1_000),
                            100,
                            5,
                            3,
                            40,
                            100,
                            100),
                    new ClosingsEffort(
                            new ClosingsEffort.Ends(10, Duration.ofMillis(100), AHEAD),
                            new ClosingsEffort.Ends(50, Duration.ofMillis(500), AHEAD),
                            new ClosingsEffort.Ends(20, Duration.ZERO, AHEAD)));

    private static final Path HOME = Path.of("../..").toAbsolutePath().normalize();

    @Test
    @Timeout(300)
    void every_measure_gives_its_figures(@TempDir Path folder) {
        Progress progress = Progress.on(System.out);
        Report report = new Bench(EnumSet.allOf(Measure.class), LEAST, HOME, progress).run(folder);
        JsonNode json = Json.tree(report.json());
        assertThat(json.get("ratios").propertyNames())
                .containsExactlyInAnyOrder(
                        "hotLot",
                        "spread",
                        "latencyP50",
                        "latencyP99",
                        "gatewayBesideDeafP99",
                        "gatewayHeapWithDeaf",
                        "gatewayBidP50",
                        "gatewayBidP99");
        assertThat(json.get("absolute").propertyNames())
                .contains(
                        "hotLotDecisionsPerSecond",
                        "rowLockingHotPerSecond",
                        "rowLockingHotConnections",
                        "spreadDecisionsPerSecond",
                        "rowLockingSpreadPerSecond",
                        "rowLockingSpreadConnections",
                        "latencyP50Micros",
                        "latencyP99Micros",
                        "hopP50Micros",
                        "hopP99Micros",
                        "coreDecisionsPerSecond",
                        "flatLastToFirst",
                        "restartToDecisionMillis",
                        "restartHeapMegabytes",
                        "gatewayWideEventsPerSecond",
                        "gatewayDenseP99Millis",
                        "gatewayIdleBytes",
                        "gatewayDecisionsPerSecond",
                        "closingsAnnouncedP99Millis",
                        "closingsSoldP99Millis",
                        "closingsAtOnceAnnouncedMaxMillis");
        assertThat(json.get("absolute").get("gatewayDeafClosed").intValue()).isEqualTo(3);
        assertThat(StreamSupport.stream(json.get("absolute").spliterator(), false))
                .allSatisfy(figure -> assertThat(figure.doubleValue()).isPositive());
    }
}
