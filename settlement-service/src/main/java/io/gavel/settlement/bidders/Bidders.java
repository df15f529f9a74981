package io.gavel.settlement.bidders;

import io.gavel.settlement.database.Columns;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All paddles and who holds them, in PostgreSQL. */
@Component
class Bidders {

    /** A paddle is given once, so its account never changes; the newest decision counts. */
    private static final String RECORD =
            """
            insert into bidder as known (lot, paddle, account, max, record_offset)
            select * from unnest(:lot::uuid[], :paddle::integer[], :account::text[],
                :max::bigint[], :offset::bigint[])
            on conflict (lot, paddle) do update
                set max = excluded.max, record_offset = excluded.record_offset
            where excluded.record_offset > known.record_offset
            """;

    private final DatabaseClient database;

    Bidders(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Takes in what decisions say; saying it again changes nothing.
     *
     * @param news one for each lot and paddle, sorted
     */
    Mono<Void> record(List<BidderNews> news) {
        if (news.isEmpty()) {
            return Mono.empty();
        }
        Columns<BidderNews> columns = new Columns<>(news);
        return database.sql(RECORD)
                .bind("lot", columns.uuids(each -> each.lot().value()))
                .bind("paddle", columns.integers(each -> each.paddle().number()))
                .bind("account", columns.texts(each -> each.account().value()))
                .bind("max", columns.longs(BidderNews::maxMinor))
                .bind("offset", columns.longs(BidderNews::offset))
                .then();
    }
}
