package io.gavel.gateway.connection;

import io.gavel.contracts.frame.CloseCode;
import java.time.Duration;

/**
 * How a connection is closed.
 *
 * @param retryAfter when the client is asked to come again; zero says nothing about it
 */
public record Goodbye(CloseCode code, Duration retryAfter) {

    public static Goodbye of(CloseCode code) {
        return new Goodbye(code, Duration.ZERO);
    }

    /** The close frame's reason: a word or two, or JSON that has it and {@code retryAfterMs}. */
    String reason() {
        return retryAfter.isZero()
                ? code.reason()
                : "{\"reason\":\""
                        + code.reason()
                        + "\",\"retryAfterMs\":"
                        + retryAfter.toMillis()
                        + "}";
    }

    /** Whether the client did nothing wrong, so that what waits for it is sent before. */
    boolean sendsWhatWaits() {
        return code == CloseCode.DRAIN;
    }
}
