package io.gavel.gateway.admission;

import java.time.Duration;

/**
 * How one client keeps to its rate. One that goes on although it is refused loses our patience: ten
 * times the burst refused within about a minute is the end. Not thread-safe.
 */
public final class Conduct {

    private static final long MINUTE = Duration.ofMinutes(1).toNanos();
    private static final int PATIENCE = 10;

    private final TokenBucket allowed;
    private final TokenBucket patience;
    private boolean lost;

    public Conduct(Rate rate, long nowNanos) {
        int refusals = Math.multiplyExact(PATIENCE, rate.burst());
        this.allowed = rate.bucket(nowNanos);
        this.patience = new TokenBucket(MINUTE / refusals, refusals, nowNanos);
    }

    /** What is to be done about what a client asks. */
    public sealed interface Verdict {}

    /** Do it. */
    public record Fine() implements Verdict {}

    /** Refuse it; it may be asked again after this time. */
    public record TooFast(Duration retryAfter) implements Verdict {}

    /** Part with the client. This verdict is final. */
    public record Enough() implements Verdict {}

    private static final Verdict FINE = new Fine();
    private static final Verdict ENOUGH = new Enough();

    public Verdict judge(long nowNanos) {
        if (lost) {
            return ENOUGH;
        }
        Duration wait = allowed.take(nowNanos);
        if (wait.isZero()) {
            return FINE;
        }
        lost = !patience.take(nowNanos).isZero();
        return lost ? ENOUGH : new TooFast(wait);
    }
}
