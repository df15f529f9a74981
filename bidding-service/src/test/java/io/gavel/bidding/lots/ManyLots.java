package io.gavel.bidding.lots;

import io.gavel.bidding.BiddingStack;
import io.gavel.contracts.lot.LotId;
import java.time.Duration;

/** Copies of a lot with all that belongs to it, many at once. */
public final class ManyLots {

    private ManyLots() {}

    /**
     * Of 100 sellers, with 100 words, one in ten closed; ends and listings a second apart. One in
     * ten has a bid of {@code collector}. PostgreSQL counts them.
     */
    public static void like(LotId template, int copies, BiddingStack stack) {
        String insert =
                """
                with numbers as (
                    select i, gen_random_uuid() lot from generate_series(1, :copies) i
                ), made as (
                    insert into lot
                    select n.lot, 'seller' || i % 100, l.listing, l.listed_at + i * interval '1 s', l.format,
                        l.currency, case when i % 10 = 0 then 'closed' else l.status end,
                        l.closes_at + i * interval '1 s', 100 + i % 50, i % 7, i % 3, l.version, l.head, l.state
                    from lot l, numbers n where l.lot = :lot
                ), texts as (
                    insert into lot_text (lot, title, description)
                    select lot, 'Clock word' || i % 100, 'Ticks.' from numbers
                ), bids as (
                    insert into bidder (account, lot, paddle, highest)
                    select 'collector', lot, 1 + i % 2, 100 from numbers where i % 10 < 2
                )
                insert into page
                select 9000, i, i, i, n.lot, p.first_version, p.last_version, p.newest_bytes, p.commands,
                    p.decisions, p.events
                from numbers n, (select p.* from page p join lot l on l.lot = p.lot and l.version = p.last_version
                    where p.lot = :lot order by p.first_offset limit 1) p\
                """;
        var database = stack.database();
        database.sql(insert)
                .bind("copies", copies)
                .bind("lot", template.value())
                .fetch()
                .rowsUpdated()
                .then(database.sql("analyze lot, lot_text, page, bidder").fetch().rowsUpdated())
                .block(Duration.ofSeconds(60));
    }
}
