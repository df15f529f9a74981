package io.gavel.bidding.batch;

import static io.gavel.bidding.store.LotRow.bytes;
import static io.gavel.bidding.store.LotRow.column;

import io.gavel.bidding.log.SealedEvent;
import io.gavel.bidding.store.Lines;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.json.Json;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Rows of {@code page}, or single lines of one, read. */
final class PageRow {

    private PageRow() {}

    /** Every decision of a page with its events, in log order. */
    static List<StoredDecision> decisions(Readable row) {
        int partition = column(row, "partition", Integer.class);
        List<byte[]> commands = Lines.of(bytes(row, "commands"));
        List<byte[]> decisions = Lines.of(bytes(row, "decisions"));
        Map<Long, List<SealedEvent>> events = events(Lines.of(bytes(row, "events")));
        List<StoredDecision> all = new ArrayList<>(commands.size());
        for (int i = 0; i < commands.size(); i++) {
            all.add(decision(partition, commands.get(i), decisions.get(i), events));
        }
        return all;
    }

    /** The decision of a single line, without its events. */
    static StoredDecision decision(Readable row) {
        return decision(
                column(row, "partition", Integer.class),
                bytes(row, "command"),
                bytes(row, "decision"),
                Map.of());
    }

    private static StoredDecision decision(
            int partition, byte[] line, byte[] decision, Map<Long, List<SealedEvent>> events) {
        CommandLine.Parts parts = CommandLine.read(line);
        if (!(CommandJson.read(parts.json()) instanceof Command command)) {
            throw new IllegalStateException(
                    "a stored command that cannot be read: partition "
                            + partition
                            + " offset "
                            + parts.offset());
        }
        Publication publication =
                new Publication(
                        partition,
                        command.lot(),
                        command.id(),
                        command.by(),
                        decision,
                        parts.outbid(),
                        events.getOrDefault(parts.offset(), List.of()));
        return new StoredDecision(parts.offset(), command, publication);
    }

    private static Map<Long, List<SealedEvent>> events(List<byte[]> lines) {
        Map<Long, List<SealedEvent>> byOffset = new HashMap<>();
        for (byte[] bytes : lines) {
            JsonNode event = Json.tree(bytes);
            byOffset.computeIfAbsent(event.required("offset").longValue(), _ -> new ArrayList<>())
                    .add(
                            new SealedEvent(
                                    event.required("version").longValue(),
                                    event.required("type").stringValue(),
                                    bytes));
        }
        return byOffset;
    }
}
