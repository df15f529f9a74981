package io.gavel.bidding.oracle;

import io.gavel.contracts.command.Extend;
import io.gavel.contracts.lot.Rules;
import io.gavel.contracts.lot.SoftClose;
import java.time.Duration;
import java.time.Instant;

/** The lot's clock (RULES, "Soft close" and "Close"). */
final class NaiveClock {

    final Instant opensAt;

    /** How long it has stood so far, in pauses that are over. */
    Duration stood = Duration.ZERO;

    /** Null unless it stands. */
    Instant pausedSince;

    Instant end;

    /** The end without late bids. */
    private Instant planned;

    NaiveClock(Rules rules, Instant listedAt) {
        boolean later = rules.opensAt() != null && rules.opensAt().isAfter(listedAt);
        opensAt = later ? rules.opensAt() : listedAt;
        end = rules.closesAt();
        planned = rules.closesAt();
    }

    void goOn(Instant at) {
        Duration pause = Duration.between(pausedSince, at);
        stood = stood.plus(pause);
        end = end.plus(pause);
        planned = planned.plus(pause);
        pausedSince = null;
    }

    void extend(Extend command) {
        end = end.plus(Duration.ofMinutes(command.minutes()));
        planned = planned.plus(Duration.ofMinutes(command.minutes()));
    }

    /** The price or the leader changed at this time. */
    void changed(Instant at, SoftClose soft) {
        if (soft == null || at.isBefore(end.minus(soft.window()))) {
            return;
        }
        Instant wanted = at.plus(soft.extension());
        if (soft.maxExtension() != null && wanted.isAfter(planned.plus(soft.maxExtension()))) {
            wanted = planned.plus(soft.maxExtension());
        }
        if (wanted.isAfter(end)) {
            end = wanted;
        }
    }

    /** How long the lot has been open at a time, without its pauses. */
    Duration ran(Instant at) {
        Instant until = pausedSince == null ? at : pausedSince;
        return Duration.between(opensAt, until.isBefore(end) ? until : end).minus(stood);
    }
}
