package io.gavel.settlement.salebook;

/**
 * Which sales an operator should look at, in SQL about the row {@code sale}. What the sale itself
 * shows is worked out by the database, in its column {@code attention}: {@code defaulted}, {@code
 * declined} (nothing is asked for until he has it retried) and {@code owed-back} (money to be given
 * back). What others know of it, such as its payments, is asked here.
 */
final class Attention {

    private static final String UNCLEAR =
            "exists (select from payment p where p.lot = sale.lot and p.state = 'unclear')";

    /** Whether. */
    static final String NEEDED = "(attention is not null or " + UNCLEAR + ")";

    /** Why, in a word; null if there is no need. */
    static final String WHY =
            "coalesce(attention, case when " + UNCLEAR + " then 'unclear' end) as why";

    private Attention() {}
}
