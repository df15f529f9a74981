package io.gavel.gateway.upstream;

import java.time.Duration;

/** A service behind the gateway did not answer. */
public final class UpstreamFailure extends RuntimeException {

    private final boolean late;
    private final Duration retryAfter;

    UpstreamFailure(String service, boolean late, Duration retryAfter, Throwable cause) {
        super(service + (late ? " did not answer in time" : " cannot be reached"), cause);
        this.late = late;
        this.retryAfter = retryAfter;
    }

    /** True when it was asked but took too long. */
    public boolean isLate() {
        return late;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
