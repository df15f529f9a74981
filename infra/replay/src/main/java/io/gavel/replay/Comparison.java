package io.gavel.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;

/**
 * Runs the same lines as they are and with a twist, and tells the difference: each decision that
 * changed as it comes, then each lot.
 */
final class Comparison {

    private final Twist twist;
    private final Replay before = new Replay();
    private final Replay after = new Replay();
    private long leftOut;
    private long changed;
    private long unreadable;

    private Comparison(Twist twist) {
        this.twist = twist;
    }

    /**
     * Prepares the comparison that the options ask for.
     *
     * @throws BadUsage if the file of other rules cannot be used
     */
    static Comparison of(ReplayOptions options) {
        return new Comparison(Twist.of(options.whatIf(), options.without()));
    }

    @JsonPropertyOrder({"id", "before", "after"})
    private record Change(CommandId id, String before, String after) {}

    private record Changed(Change changed) {}

    @JsonPropertyOrder({"lot", "before", "after", "changed"})
    private record OfLot(LotId lot, Result before, Result after, List<String> changed) {}

    /** Runs to the end and gives how many lines could not be read. */
    long run(ReadAhead lines, OutputStream out, PrintStream err) throws IOException {
        for (ReplayLine line = lines.next(); line != null; line = lines.next()) {
            switch (line) {
                case ReplayLine.Asked asked -> decide(asked, out);
                case ReplayLine.Beat beat -> {
                    before.pass(beat);
                    after.pass(beat);
                }
                case ReplayLine.Unreadable wrong -> {
                    unreadable++;
                    before.pass(wrong);
                    after.pass(wrong);
                    err.println(Tape.complaint(wrong));
                }
            }
        }
        long different = tellLots(out, err);
        err.printf(
                "%d decisions changed, %d commands left out, %d lots came out differently%n",
                changed, leftOut, different);
        return unreadable;
    }

    private void decide(ReplayLine.Asked asked, OutputStream out) throws IOException {
        String was = before.decide(asked).words();
        Optional<ReplayLine.Asked> twisted = twist.apply(asked);
        if (twisted.isEmpty()) {
            leftOut++;
            after.pass(asked);
            return;
        }
        String is = after.decide(twisted.get()).words();
        if (!was.equals(is)) {
            changed++;
            write(out, new Changed(new Change(asked.command().id(), was, is)));
        }
    }

    private long tellLots(OutputStream out, PrintStream err) throws IOException {
        long different = 0;
        for (LotId lot : before.rooms().keySet()) {
            Result was = Result.of(before.rooms().get(lot));
            Result is = Result.of(after.rooms().get(lot));
            List<String> names = was.changedTo(is);
            write(out, new OfLot(lot, was, is, names));
            if (!names.isEmpty()) {
                different++;
                err.println("lot " + lot + ": " + was.words() + " -> " + is.words());
            }
        }
        return different;
    }

    private static void write(OutputStream out, Object line) throws IOException {
        out.write(Json.bytes(line));
        out.write("\n".getBytes(UTF_8));
    }
}
