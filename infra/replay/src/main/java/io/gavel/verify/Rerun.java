package io.gavel.verify;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.lot.LotId;
import io.gavel.replay.ReadAhead;
import io.gavel.replay.Replay;
import io.gavel.replay.ReplayLine;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * Decides the stored commands of a lot again, as far as the log has been read, and compares the
 * events byte by byte.
 */
final class Rerun {

    private final ReadAhead lines;
    private final PrintStream err;
    private final Replay replay = new Replay();
    private final Queue<SealedEvent> due = new ArrayDeque<>();
    private long commands;
    private long lastOffset = -1;

    /**
     * @param lines a replay file; commands of other lots only move the clock
     */
    Rerun(ReadAhead lines, PrintStream err) {
        this.lines = lines;
        this.err = err;
    }

    /**
     * Compares the next event of the log.
     *
     * @param mayBeNewer whether events of commands after the last stored one are no mismatch, since
     *     the commands were fetched before the log
     */
    Optional<Finding> compare(LoggedEvent event, byte[] bytes, boolean mayBeNewer) {
        SealedEvent expected = next(new LotId(event.lot()));
        if (expected == null) {
            return mayBeNewer && event.offset() > lastOffset
                    ? Optional.empty()
                    : mismatch(event.version(), "no command gives " + event.type());
        }
        return Arrays.equals(expected.bytes(), bytes)
                ? Optional.empty()
                : mismatch(
                        event.version(),
                        event.type()
                                + " is not the event that the commands give: "
                                + text(expected));
    }

    /** Checks that the commands give nothing that the log, which ends here, does not hold. */
    Optional<Finding> end(LotId lot) {
        SealedEvent more = next(lot);
        return more == null
                ? Optional.empty()
                : mismatch(more.version(), "the log ends (expected: " + text(more) + ")");
    }

    /** How many commands of the lot were decided so far. */
    long commands() {
        return commands;
    }

    private @Nullable SealedEvent next(LotId lot) {
        while (due.isEmpty()) {
            ReplayLine line = lines.next();
            if (line == null) {
                return null;
            }
            switch (line) {
                case ReplayLine.Asked asked when asked.command().lot().equals(lot) -> {
                    commands++;
                    lastOffset = Math.max(lastOffset, asked.offset());
                    due.addAll(replay.decide(asked).events());
                }
                case ReplayLine.Asked other -> replay.pass(other);
                case ReplayLine.Beat beat -> replay.pass(beat);
                case ReplayLine.Unreadable wrong -> {
                    replay.pass(wrong);
                    err.println("commands, line " + wrong.number() + ": " + wrong.problem());
                }
            }
        }
        return due.remove();
    }

    private static Optional<Finding> mismatch(long version, String detail) {
        return Optional.of(new Finding(Flaw.MISMATCH, version, detail));
    }

    private static String text(SealedEvent event) {
        return new String(event.bytes(), UTF_8);
    }
}
