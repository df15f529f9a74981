package io.gavel.settlement.salebook;

/**
 * Which sales an operator should look at, in SQL about the row {@code sale}. What the sale itself
 * shows is worked out by the database, in its column {@code attention}: {@code defaulted}, {@code
 * declined} (nothing is asked for until he has it retried) and {@code owed-back} (money to be given
 * back). What others know of it, such as its payments, is asked here.
 */
final class Attention {

    /** A payment whose charge nobody has written anything down for; as UnsettledMoney has it. */
    private static final String UNCLEAR =
            """
            exists (select from payment p
                cross join lateral jsonb_array_elements(sale.detail::jsonb -> 'charges') as c
                where p.lot = sale.lot and p.state = 'unclear' and p.refund_of is null
                    and c ->> 'status' in ('ASKED', 'DECLINED')
                    and p.key = concat_ws('/', sale.lot, c #>> '{key,round}', c #>> '{key,attempt}'))
            """;

    /** Whether. */
    static final String NEEDED = "(attention is not null or " + UNCLEAR + ")";

    /** Why, in a word; null if there is no need. */
    static final String WHY =
            "coalesce(attention, case when " + UNCLEAR + " then 'unclear' end) as why";

    private Attention() {}
}
