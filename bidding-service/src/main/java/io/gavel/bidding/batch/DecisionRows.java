package io.gavel.bidding.batch;

import static io.gavel.bidding.store.LotRow.bytes;
import static io.gavel.bidding.store.LotRow.column;

import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;

/** Rows of {@code decision} and {@code event}, read. */
final class DecisionRows {

    private DecisionRows() {}

    static StoredDecision decision(Readable row, List<SealedEvent> events) {
        String outbid = row.get("outbid", String.class);
        Publication publication =
                new Publication(
                        new LotId(column(row, "lot", UUID.class)),
                        new CommandId(column(row, "command_id", UUID.class)),
                        new AccountId(column(row, "account", String.class)),
                        bytes(row, "body"),
                        outbid == null ? null : new AccountId(outbid),
                        events);
        return new StoredDecision(
                column(row, "partition", Integer.class),
                column(row, "record_offset", Long.class),
                bytes(row, "command"),
                publication);
    }

    static SealedEvent event(Readable row) {
        return new SealedEvent(
                column(row, "version", Long.class),
                column(row, "type", String.class),
                bytes(row, "body"));
    }
}
