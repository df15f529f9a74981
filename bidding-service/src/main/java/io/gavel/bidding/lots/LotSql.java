package io.gavel.bidding.lots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A query of lots as one statement, of one of two kinds.
 *
 * <p>A walk goes along an index that is in the order asked for, and stops when it has enough.
 *
 * <p>What changes with every bid has no index, since that would cost every bid: for an order or a
 * choice by price or number of bids, the lots that the other filters leave are gathered, {@value
 * #MOST_GATHERED} of them at most, and sorted. Words are looked up that way too, since a walk to a
 * rare word is long; words in more lots than can be gathered are near on a walk.
 */
record LotSql(String text, Map<String, Object> values) {

    /** The most lots that are gathered; with more the statement fails with {@link #TOO_MANY}. */
    static final int MOST_GATHERED = 10_000;

    /** The SQLSTATE of {@code hold_bound}. */
    static final String TOO_MANY = "GV002";

    private static final String COLUMNS =
            "l.lot, l.seller, l.listing, l.listed_at, l.version, l.head, l.state, e.newest";

    private static final String NEWEST =
            """
             cross join lateral (
                select substring(p.events from octet_length(p.events) - p.newest_bytes + 1) newest
                from page p where p.lot = l.lot and p.last_version = l.version
                order by p.first_offset limit 1) e
            """;

    static final String ONE = "select " + COLUMNS + " from lot l" + NEWEST + "where l.lot = :lot";

    /**
     * For {@code query.limit() + 1} lots with their {@code key}; of a query that need not gather.
     */
    static LotSql walking(LotQuery query) {
        return new Builder(query).walking();
    }

    /** The same, of any query. */
    static LotSql gathering(LotQuery query) {
        return new Builder(query).gathering();
    }

    private static final class Builder {
        private final LotQuery query;
        private final Map<String, Object> values = new HashMap<>();
        private final String direction;

        Builder(LotQuery query) {
            this.query = query;
            this.direction = query.sort().isDescending() ? " desc" : "";
        }

        LotSql walking() {
            String key = "l." + query.sort().column();
            List<String> conditions = indexed();
            behindCursor(conditions, key, "l.lot");
            return statement(
                    "select " + COLUMNS + ", " + key + " as key from",
                    source() + NEWEST + where(conditions),
                    order(key, "l.lot"),
                    "limit :limit");
        }

        LotSql gathering() {
            String rank = query.words() == null ? "" : ", ts_rank(t.words, w.query) as rank";
            String key = "g." + query.sort().column();
            List<String> chosen = choice();
            chosen.add("(select hold_bound(count(*), " + MOST_GATHERED + ") from gathered)");
            behindCursor(chosen, key, "g.lot");
            return statement(
                    "with gathered as materialized (select l.lot, l.closes_at, l.listed_at,"
                            + " l.price,",
                    "l.bids, l.currency" + rank + " from " + source() + where(indexed()),
                    "limit " + (MOST_GATHERED + 1) + "),",
                    "chosen as materialized (select g.lot, " + key + " as key from gathered g",
                    where(chosen) + order(key, "g.lot"),
                    "limit :limit)",
                    "select " + COLUMNS + ", c.key from chosen c join lot l on l.lot = c.lot",
                    NEWEST + order("c.key", "c.lot"));
        }

        private LotSql statement(String... parts) {
            values.put("limit", query.limit() + 1);
            return new LotSql(String.join(" ", parts), Map.copyOf(values));
        }

        private String order(String key, String lot) {
            return " order by " + key + direction + ", " + lot + direction;
        }

        private String source() {
            return query.words() == null
                    ? "lot l"
                    : "lot l join lot_text t on t.lot = l.lot cross join (select"
                            + " websearch_to_tsquery('english', :words) query) w";
        }

        private List<String> indexed() {
            List<String> conditions = new ArrayList<>();
            add(conditions, "t.words @@ w.query", "words", query.words());
            add(conditions, "l.status = :status", "status", query.status());
            add(conditions, "l.seller = :seller", "seller", query.seller());
            add(conditions, "l.format = :format", "format", query.format());
            add(conditions, "l.closes_at > :closesAfter", "closesAfter", query.closesAfter());
            add(conditions, "l.closes_at < :closesBefore", "closesBefore", query.closesBefore());
            return conditions;
        }

        private List<String> choice() {
            List<String> conditions = new ArrayList<>();
            add(conditions, "g.currency = :currency", "currency", query.currency());
            add(conditions, "g.price >= :minPrice", "minPrice", query.minPrice());
            add(conditions, "g.price <= :maxPrice", "maxPrice", query.maxPrice());
            return conditions;
        }

        private void behindCursor(List<String> conditions, String key, String lot) {
            if (query.after() != null) {
                String behind = query.sort().isDescending() ? "<" : ">";
                conditions.add("(" + key + ", " + lot + ") " + behind + " (:key, :after)");
                values.put("key", query.after().key().value());
                values.put("after", query.after().lot().value());
            }
        }

        private void add(
                List<String> conditions, String condition, String name, @Nullable Object value) {
            if (value != null) {
                conditions.add(condition);
                values.put(name, value);
            }
        }

        private static String where(List<String> conditions) {
            return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        }
    }
}
