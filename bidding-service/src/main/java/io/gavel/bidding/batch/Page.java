package io.gavel.bidding.batch;

import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.LotId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What a batch decided on one lot, being written down. For one thread. */
final class Page {

    private final int partition;
    private final long batch;
    private final LotId lot;
    private final long firstOffset;
    private final long firstVersion;
    private final Bytes commands = new Bytes();
    private final Bytes decisions = new Bytes();
    private final Bytes events = new Bytes();
    private final List<Line> lines = new ArrayList<>();
    private long lastOffset;
    private long lastVersion;
    private int newestBytes;

    private Page(Decided first, long batch) {
        this.partition = first.record().partition();
        this.batch = batch;
        this.lot = first.command().lot();
        this.firstOffset = first.record().offset();
        this.firstVersion = first.version() - first.publication().events().size() + 1;
    }

    /** Where the command with an id stands, in bytes. */
    record Line(CommandId id, int commandAt, int commandBytes, int decisionAt, int decisionBytes) {}

    /** The pages of a batch, one a lot, in the order of their first offsets in each partition. */
    static List<Page> of(Batch batch) {
        Map<LotId, Page> pages = new LinkedHashMap<>();
        CommandLine line = new CommandLine();
        for (Decided decided : batch.decided()) {
            Batch.Move move =
                    Objects.requireNonNull(batch.moves().get(decided.record().partition()));
            pages.computeIfAbsent(
                            decided.command().lot(),
                            _ -> new Page(decided, move.from().nextOffset()))
                    .add(decided, line);
        }
        return List.copyOf(pages.values());
    }

    private void add(Decided decided, CommandLine line) {
        int commandAt = commands.line().length();
        line.write(decided, commands);
        int decisionAt = decisions.line().length();
        decisions.add(decided.publication().decision());
        for (SealedEvent event : decided.publication().events()) {
            events.line().add(event.bytes());
            newestBytes = event.bytes().length;
        }
        lastOffset = decided.record().offset();
        lastVersion = decided.version();
        if (!decided.conflicting()) {
            lines.add(
                    new Line(
                            decided.command().id(),
                            commandAt,
                            commands.length() - commandAt,
                            decisionAt,
                            decisions.length() - decisionAt));
        }
    }

    int partition() {
        return partition;
    }

    long batch() {
        return batch;
    }

    LotId lot() {
        return lot;
    }

    long firstOffset() {
        return firstOffset;
    }

    long lastOffset() {
        return lastOffset;
    }

    long firstVersion() {
        return firstVersion;
    }

    long lastVersion() {
        return lastVersion;
    }

    /** The length of the last event, the newest; 0 without events. */
    int newestBytes() {
        return newestBytes;
    }

    byte[] commands() {
        return commands.toArray();
    }

    byte[] decisions() {
        return decisions.toArray();
    }

    byte[] events() {
        return events.toArray();
    }

    /** Those of the commands that are the first with their id. */
    List<Line> lines() {
        return lines;
    }
}
