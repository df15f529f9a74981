package io.gavel.verify;

import io.gavel.contracts.lot.LotId;
import io.gavel.replay.Line;
import java.io.IOException;
import java.io.PrintStream;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A log to be checked.
 *
 * @param lot whose log it must be; null if any lot will do
 * @param rerun the commands to compare it with; null if there are none
 * @param mayBeNewer whether it may hold more than the commands give
 */
record Log(LogSource source, @Nullable UUID lot, @Nullable Rerun rerun, boolean mayBeNewer) {

    /** The first flaw, if there is any; what was checked is told on standard error. */
    Optional<Finding> check(PrintStream err) throws IOException {
        Chain chain = new Chain(lot);
        for (Line line = source.next(); line != null; line = source.next()) {
            Optional<Finding> finding = chain.add(line).or(compare(chain, line));
            if (finding.isPresent()) {
                return finding;
            }
        }
        Optional<Finding> finding = chain.end();
        if (finding.isPresent()) {
            return finding;
        }
        LoggedEvent last = Objects.requireNonNull(chain.last(), "an event");
        Optional<Finding> missing =
                rerun == null ? Optional.empty() : rerun.end(new LotId(last.lot()));
        if (missing.isEmpty()) {
            tell(chain, last, err);
        }
        return missing;
    }

    private Supplier<Optional<Finding>> compare(Chain chain, Line line) {
        return () ->
                rerun == null
                        ? Optional.empty()
                        : rerun.compare(
                                Objects.requireNonNull(chain.last(), "an event"),
                                line.bytes(),
                                mayBeNewer);
    }

    private void tell(Chain chain, LoggedEvent last, PrintStream err) {
        err.println("lot " + last.lot() + ": " + chain.events() + " events");
        err.println("head " + chain.head() + ": compare it with what others have seen");
        if (!last.type().equals(LoggedEvent.CLOSED)) {
            err.println("it has not closed yet: the newest event is " + last.type());
        }
        err.println(
                rerun == null
                        ? "the commands were not looked at"
                        : rerun.commands() + " commands, decided again, give the same bytes");
    }
}
