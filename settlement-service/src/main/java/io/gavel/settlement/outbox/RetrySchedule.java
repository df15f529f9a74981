package io.gavel.settlement.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How long to wait after each failed attempt.
 *
 * @param waits after the first, the second …; after the last of them it is given up
 * @param jitter by how much of itself a wait is longer at most, so that not all come back at once
 */
record RetrySchedule(List<Duration> waits, double jitter) {

    RetrySchedule {
        waits = List.copyOf(waits);
    }

    /**
     * The wait before the next attempt; none if it is given up.
     *
     * @param tries how many there were, 1 or more
     * @param chance 0 to 1
     */
    Optional<Duration> after(int tries, double chance) {
        if (tries > waits.size()) {
            return Optional.empty();
        }
        Duration wait = waits.get(tries - 1);
        return Optional.of(wait.plusMillis((long) (wait.toMillis() * jitter * chance)));
    }
}
