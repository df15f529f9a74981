package io.gavel.settlement.salebook;

import static io.gavel.settlement.database.Columns.column;

import io.gavel.settlement.sale.Charge;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Money that only an operator can see to, as PostgreSQL knows it. */
@Component
class UnsettledMoney {

    /**
     * What needs him.
     *
     * @param what {@code unclear}: nobody knows whether it was collected, or it was another sum;
     *     {@code refund-unclear}: or given back; {@code owed-back}: it is not being given back
     * @param why what the provider said, for operators; empty where it was not asked
     */
    record Needed(Charge charge, String what, String why, Instant since) {}

    /** The newest refund of a charge says how things are. */
    private static final String NEEDED =
            """
            with suspect as (
                select lot from payment where state = 'unclear'
                union
                select lot from ledger_line where account like 'owed-back/%'
                group by lot having sum(minor) <> 0)
            select s.detail, c.key,
                case when c.status <> 'OWED_BACK' then 'unclear'
                    when r.state = 'unclear' then 'refund-unclear'
                    else 'owed-back' end as what,
                coalesce(case when c.status <> 'OWED_BACK' then p.reason else r.reason end, '') as why,
                coalesce(r.asked_at, p.asked_at, s.closed_at) as since
            from suspect
            join sale s on s.lot = suspect.lot and s.detail is not null
            cross join lateral (
                select charge ->> 'status' as status,
                    concat_ws('/', s.lot, charge #>> '{key,round}', charge #>> '{key,attempt}') as key
                from jsonb_array_elements(s.detail::jsonb -> 'charges') as charge) c
            left join payment p on p.key = c.key
            left join lateral (
                select state, reason, asked_at from payment
                where refund_of = c.key
                order by asked_at desc, key desc
                limit 1) r on true
            where (c.status in ('ASKED', 'DECLINED') and p.state = 'unclear')
                or (c.status = 'OWED_BACK' and r.state is distinct from 'open')
            order by since, c.key
            limit :limit
            """;

    private final DatabaseClient database;

    UnsettledMoney(DatabaseClient database) {
        this.database = database;
    }

    /** The oldest first. */
    Flux<Needed> needed(int limit) {
        return database.sql(NEEDED).bind("limit", limit).map(UnsettledMoney::read).all();
    }

    private static Needed read(Readable row) {
        String key = column(row, "key", String.class);
        Charge charge =
                StoredSale.read(column(row, "detail", String.class)).charges().stream()
                        .filter(each -> each.key().toString().equals(key))
                        .findFirst()
                        .orElseThrow(() -> new IllegalStateException("charge: " + key));
        return new Needed(
                charge,
                column(row, "what", String.class),
                column(row, "why", String.class),
                column(row, "since", Instant.class));
    }
}
