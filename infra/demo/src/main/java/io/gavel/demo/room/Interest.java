package io.gavel.demo.room;

import io.gavel.demo.bidder.Appetite;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How somebody stands with a lot that he wants. */
final class Interest {

    final Appetite appetite;

    /** When he looks at it again. */
    Instant wakeAt;

    /** The bid that is not decided yet, and until when that is waited for. */
    @Nullable String asked;

    Instant askedUntil = Instant.MIN;

    /** 0 if he has not bid. */
    long paddle;

    long max;

    /** He has left it to others. */
    boolean left;

    Interest(Appetite appetite, Instant wakeAt) {
        this.appetite = appetite;
        this.wakeAt = wakeAt;
    }

    void wakeBy(Instant time) {
        if (time.isBefore(wakeAt)) {
            wakeAt = time;
        }
    }
}
