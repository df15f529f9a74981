package io.gavel.verify;

import io.gavel.contracts.event.Sha256;
import io.gavel.replay.Line;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Checks a lot's log from its bytes alone, event by event (DESIGN, invariants 6, 7 and 9). Once it
 * has found something, it is of no more use.
 */
final class Chain {

    private @Nullable UUID lot;
    private @Nullable LoggedEvent last;
    private Sha256 head = Sha256.ZERO;
    private long events;

    /**
     * @param lot whose log it must be; null if any lot will do
     */
    Chain(@Nullable UUID lot) {
        this.lot = lot;
    }

    /** Takes the next line and tells what is wrong with it, if anything is. */
    Optional<Finding> add(Line line) {
        long due = events + 1;
        if (!line.whole()) {
            return found(Flaw.MALFORMED, due, "the line is too long for an event");
        }
        LoggedEvent event;
        try {
            event = LoggedEvent.read(line.bytes());
        } catch (IllegalArgumentException e) {
            return found(Flaw.MALFORMED, due, String.valueOf(e.getMessage()));
        }
        Optional<Finding> finding = check(event, due);
        lot = event.lot();
        last = event;
        head = Sha256.of(line.bytes());
        events = due;
        return finding;
    }

    /** Checks that the log, which ends here, holds anything at all. */
    Optional<Finding> end() {
        return last == null
                ? found(Flaw.MALFORMED, 1, "no event (expected: listed, version 1)")
                : Optional.empty();
    }

    private Optional<Finding> check(LoggedEvent event, long due) {
        if (lot != null && !event.lot().equals(lot)) {
            return found(Flaw.MALFORMED, due, "lot: " + event.lot() + expected(lot));
        }
        if (event.version() != due) {
            return found(Flaw.VERSION_GAP, due, "version: " + event.version() + expected(due));
        }
        if (!event.prev().equals(head.hex())) {
            return found(
                    Flaw.HASH_BREAK,
                    due,
                    "prev: "
                            + event.prev()
                            + expected(head + ", the SHA-256 of the bytes before it"));
        }
        if (last != null && last.type().equals(LoggedEvent.CLOSED)) {
            return found(
                    Flaw.EVENTS_AFTER_CLOSE,
                    due,
                    event.type() + " after closed (expected: no more events)");
        }
        return isListed(event) == (due == 1)
                ? order(event, due).or(() -> rules(event, due))
                : found(
                        Flaw.MALFORMED,
                        due,
                        "type: " + event.type() + " (expected: listed first, and only once)");
    }

    private Optional<Finding> order(LoggedEvent event, long due) {
        if (last != null && event.at().isBefore(last.at())) {
            return found(Flaw.ORDER_BREAK, due, "at: " + event.at() + expected(">= " + last.at()));
        }
        if (last != null && event.offset() < last.offset()) {
            return found(
                    Flaw.ORDER_BREAK,
                    due,
                    "offset: " + event.offset() + expected(">= " + last.offset()));
        }
        return Optional.empty();
    }

    private static Optional<Finding> rules(LoggedEvent event, long due) {
        if (!isListed(event)) {
            return Optional.empty();
        }
        byte[] rules = event.rules();
        if (rules == null || event.rulesHash() == null) {
            return found(Flaw.MALFORMED, due, "no rules or no rulesHash (expected: both)");
        }
        String hash = Sha256.of(rules).hex();
        return hash.equals(event.rulesHash())
                ? Optional.empty()
                : found(
                        Flaw.RULES_HASH_BREAK,
                        due,
                        "rulesHash: " + event.rulesHash() + expected(hash));
    }

    private static boolean isListed(LoggedEvent event) {
        return event.type().equals(LoggedEvent.LISTED);
    }

    private static Optional<Finding> found(Flaw flaw, long at, String detail) {
        return Optional.of(new Finding(flaw, at, detail));
    }

    private static String expected(Object what) {
        return " (expected: " + what + ")";
    }

    /** How many events it has taken. */
    long events() {
        return events;
    }

    /** The hash of the newest event. */
    Sha256 head() {
        return head;
    }

    /** The newest event; null when there is none. */
    @Nullable LoggedEvent last() {
        return last;
    }
}
