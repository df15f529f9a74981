package io.gavel.settlement.salebook;

import static io.gavel.settlement.database.Columns.column;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.settlement.database.Columns;
import io.gavel.settlement.sale.ClosedLot;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Closed lots as PostgreSQL knows them: from their events, and from the winner's decision. */
@Component
class ClosedLots {

    private static final String WITHOUT_SALE =
            """
            select c.lot, c.closed_version, c.closed_at, c.outcome, c.hammer, c.winner,
                c.seller, c.title, c.currency, b.account as buyer
            from closing c
            left join bidder b on b.lot = c.lot and b.paddle = c.winner
            where c.lot = any(:lots::uuid[])
                and c.outcome is not null
                and not exists (select from sale s where s.lot = c.lot)
            order by c.lot
            """;

    private final DatabaseClient database;

    ClosedLots(DatabaseClient database) {
        this.database = database;
    }

    /** Those of the lots that are closed and have no sale yet. */
    Flux<ClosedLot> withoutSale(List<LotId> lots) {
        return database.sql(WITHOUT_SALE)
                .bind("lots", new Columns<>(lots).uuids(LotId::value))
                .map(ClosedLots::closedLot)
                .all();
    }

    private static ClosedLot closedLot(Readable row) {
        Long hammer = row.get("hammer", Long.class);
        Integer winner = row.get("winner", Integer.class);
        String buyer = row.get("buyer", String.class);
        return new ClosedLot(
                new LotId(column(row, "lot", UUID.class)),
                column(row, "closed_version", Long.class),
                column(row, "closed_at", Instant.class),
                outcome(column(row, "outcome", String.class)),
                hammer == null ? null : new Money(hammer),
                winner == null ? null : new Paddle(winner),
                listed(row),
                buyer == null ? null : new AccountId(buyer));
    }

    private static ClosedLot.@Nullable Listed listed(Readable row) {
        String seller = row.get("seller", String.class);
        return seller == null
                ? null
                : new ClosedLot.Listed(
                        new AccountId(seller),
                        column(row, "title", String.class),
                        column(row, "currency", String.class));
    }

    private static CloseOutcome outcome(String word) {
        return Arrays.stream(CloseOutcome.values())
                .filter(outcome -> outcome.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("outcome: " + word));
    }
}
