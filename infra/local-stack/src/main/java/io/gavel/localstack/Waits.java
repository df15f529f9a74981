package io.gavel.localstack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Waits that have a deadline and say what they waited for. */
final class Waits {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Waits() {}

    /**
     * Waits until the condition holds.
     *
     * @throws StackFailure when it does not within {@code limit}, or the thread is interrupted
     */
    static void until(String what, Duration limit, BooleanSupplier condition) {
        if (!within(what, limit, condition)) {
            throw new StackFailure("waited " + limit.toSeconds() + " s in vain for " + what);
        }
    }

    /** Waits like {@link #until}, and also gives up as soon as the process has ended. */
    static void until(
            String what, Duration limit, ChildProcess process, BooleanSupplier condition) {
        boolean settled = within(what, limit, () -> condition.getAsBoolean() || !process.isAlive());
        if (!process.isAlive()) {
            throw new StackFailure(
                    process.obituary() + " while waiting for " + what + "\n" + process.lastWords());
        }
        if (!settled) {
            throw new StackFailure(
                    "waited "
                            + limit.toSeconds()
                            + " s in vain for "
                            + what
                            + "\n"
                            + process.lastWords());
        }
    }

    /** Whether the condition came to hold within {@code limit}. */
    static boolean within(String what, Duration limit, BooleanSupplier condition) {
        long deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - deadline > 0) {
                return false;
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new StackFailure("interrupted while waiting for " + what, e);
            }
        }
        return true;
    }
}
