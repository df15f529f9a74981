package io.gavel.bench;

import java.time.Duration;

/**
 * How long each measure takes. What warms up the JVMs is thrown away; each figure is the median of
 * the rounds that count.
 *
 * @param warmUpRounds of {@code gavelRound} each, thrown away
 * @param rounds that count, of every measure but {@link Measure#FLAT}, {@link Measure#RESTART} and
 *     {@link Measure#CLOSINGS}
 * @param gavelRound about how long Gavel decides in one round
 * @param lockingRound how long each number of connections locks rows in one round
 * @param latencyWarmUp of Gavel at three times the steady rate, thrown away
 * @param latencyRound at the steady rate, for each side
 * @param coreWarmUpRounds of the core, of {@code coreRound} each
 * @param coreRound one iteration of the core
 * @param flatBids on the lot of {@link Measure#FLAT}; its first and last tenth are compared
 * @param restartLots open when the service of {@link Measure#RESTART} is started again
 * @param restartRounds how often it is
 * @param gateway of {@link Measure#GATEWAY}
 * @param closings of {@link Measure#CLOSINGS}
 */
record Effort(
        int warmUpRounds,
        int rounds,
        Duration gavelRound,
        Duration lockingRound,
        Duration latencyWarmUp,
        Duration latencyRound,
        int coreWarmUpRounds,
        Duration coreRound,
        int flatBids,
        int restartLots,
        int restartRounds,
        GatewayEffort gateway,
        ClosingsEffort closings) {

    static final Effort QUICK =
            new Effort(
                    5,
                    3,
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(1),
                    Duration.ofSeconds(28),
                    Duration.ofSeconds(5),
                    3,
                    Duration.ofSeconds(1),
                    1_000_000,
                    100_000,
                    1,
                    GatewayEffort.QUICK,
                    ClosingsEffort.QUICK);

    static final Effort FULL =
            new Effort(
                    6,
                    7,
                    Duration.ofSeconds(5),
                    Duration.ofSeconds(3),
                    Duration.ofSeconds(60),
                    Duration.ofSeconds(15),
                    5,
                    Duration.ofSeconds(2),
                    1_000_000,
                    100_000,
                    3,
                    GatewayEffort.FULL,
                    ClosingsEffort.FULL);
}
