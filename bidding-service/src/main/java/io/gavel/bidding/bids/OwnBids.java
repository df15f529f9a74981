package io.gavel.bidding.bids;

import io.gavel.bidding.paging.Cursor;
import io.gavel.bidding.paging.Key;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/**
 * How accounts stand on the lots they have bid on. A page costs what the account's number of lots
 * costs, and nothing that others did.
 */
@Repository
class OwnBids {

    private static final String SELECT =
            """
            select l.lot, l.seller, l.listing, l.listed_at, l.version, l.head, l.state, l.closes_at,
                b.paddle, b.highest, s.standing
            from bidder b join lot l on l.lot = b.lot cross join lateral (
                select case
                    when l.status = 'closed' then case when l.ahead = b.paddle then 'won' else 'lost' end
                    when l.status = 'scheduled' or l.format in ('sealed-first-price', 'vickrey') then 'placed'
                    else case when l.ahead = b.paddle then 'leading' else 'outbid' end
                end standing) s
            where b.account = :account\
            """;

    private final DatabaseClient database;
    private final InstantSource clock;

    OwnBids(DatabaseClient database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    Mono<Page> page(String account, OwnBidsQuery query) {
        Map<String, Object> values = new HashMap<>();
        values.put("account", account);
        values.put("limit", query.limit() + 1);
        String sql = sql(query, values);
        return database.sql(sql)
                .bindValues(values)
                .map(row -> OwnBid.of(row, clock.instant()))
                .all()
                .collectList()
                .map(bids -> Page.of(bids, query.limit()));
    }

    static String sql(OwnBidsQuery query, Map<String, Object> values) {
        StringBuilder sql = new StringBuilder(SELECT);
        if (query.standing() != null) {
            sql.append(" and s.standing = :standing");
            values.put("standing", query.standing().word());
        }
        if (query.status() != null) {
            sql.append(" and l.status = :status");
            values.put("status", query.status().word());
        }
        if (query.after() != null) {
            sql.append(" and (l.closes_at, l.lot) < (:key, :after)");
            values.put("key", query.after().key().value());
            values.put("after", query.after().lot().value());
        }
        return sql.append(" order by l.closes_at desc, l.lot desc limit :limit").toString();
    }

    /**
     * A page of bids.
     *
     * @param cursor where the next page begins; null on the last one
     */
    record Page(List<OwnBid> items, @Nullable String cursor) {

        static Page of(List<OwnBid> bids, int limit) {
            if (bids.size() <= limit) {
                return new Page(bids, null);
            }
            List<OwnBid> shown = bids.subList(0, limit);
            OwnBid last = shown.getLast();
            Cursor place = new Cursor(new Key.Time(last.closesAt()), last.lot());
            return new Page(shown, place.text(OwnBidsQuery.SORT));
        }
    }
}
