package io.gavel.bench;

import java.time.Duration;

/**
 * How long the parts of {@link Measure#GATEWAY} take, and with how many clients.
 *
 * @param rounds that count, of every part
 * @param round how long one lasts
 * @param warmUp what is thrown away before the rounds of a part
 * @param wide many who watch a lot with few events
 * @param dense fewer who watch a lot with many events
 * @param idle connections that do nothing
 * @param readers who watch beside those who read nothing, with as many events as {@code dense} has
 * @param deaf those who read nothing
 * @param mostDeafRounds after which they must be gone
 * @param bidders each a connection and an account
 * @param bidsPerSecond of all together, as many as must be decided
 */
record GatewayEffort(
        int rounds,
        Duration round,
        Duration warmUp,
        Watching wide,
        Watching dense,
        int idle,
        int readers,
        int deaf,
        int mostDeafRounds,
        int bidders,
        int bidsPerSecond) {

    /**
     * An audience.
     *
     * @param clients that watch one lot
     * @param perSecond events on it
     */
    record Watching(int clients, int perSecond) {}

    static final GatewayEffort QUICK = asIssued(2, Duration.ofSeconds(5), Duration.ofSeconds(6));

    static final GatewayEffort FULL = asIssued(3, Duration.ofSeconds(10), Duration.ofSeconds(15));

    private static GatewayEffort asIssued(int rounds, Duration round, Duration warmUp) {
        return new GatewayEffort(
                rounds,
                round,
                warmUp,
                new Watching(5_000, 20),
                new Watching(2_000, 100),
                10_000,
                2_000,
                200,
                30,
                500,
                5_000);
    }
}
