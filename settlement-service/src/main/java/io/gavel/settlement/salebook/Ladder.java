package io.gavel.settlement.salebook;

import static io.gavel.settlement.database.Columns.column;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.settlement.sale.Underbid;
import io.r2dbc.spi.Readable;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who may be offered a lot, from what the private decisions told. */
@Component
class Ladder {

    /**
     * The seller's reserve holds for offers too. It is secret, but all who bid below it did so
     * before it was met, below the price at which it was; where that price was never told, as on
     * sealed lots, nobody but the winner is known to have met it.
     */
    private static final String OF_LOT =
            """
            select b.account, b.paddle, b.max, b.record_offset
            from bidder b join closing c on c.lot = b.lot
            where b.lot = :lot
                and b.max is not null
                and (c.reserve = 'none' or b.max >= c.reserve_met_price)
                and not exists (
                    select from standing s where s.account = b.account and s.suspended)
            order by b.max desc, b.record_offset
            limit :limit
            """;

    private static final int MOST = 1_000;

    private final DatabaseClient database;

    Ladder(DatabaseClient database) {
        this.database = database;
    }

    /** The highest bids of a lot, each bidder's own, without those who are suspended. */
    Mono<List<Underbid>> of(LotId lot) {
        return database.sql(OF_LOT)
                .bind("lot", lot.value())
                .bind("limit", MOST)
                .map(Ladder::underbid)
                .all()
                .collectList();
    }

    private static Underbid underbid(Readable row) {
        return new Underbid(
                new AccountId(column(row, "account", String.class)),
                new Paddle(column(row, "paddle", Integer.class)),
                new Money(column(row, "max", Long.class)),
                column(row, "record_offset", Long.class));
    }
}
