package io.gavel.settlement.salebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.fixture.MigratedDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That PostgreSQL finds an operator's sales by an index, with 10,000 of them. */
class SalePlansIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static final String MANY =
            """
            insert into sale
            select gen_random_uuid(), case when n % 2 = 0 then 'paid' else 'unsold' end,
                'buyer' || n % 100, 'seller' || n % 200,
                timestamptz '2026-11-22T14:00:00Z' + n * interval '1 second', '{}', now()
            from generate_series(1, 10000) as n
            """;

    private static MigratedDatabase database;

    @BeforeAll
    static void keepMany() {
        database = MigratedDatabase.create();
        database.tables().execute(MANY);
        database.tables().execute("analyze sale");
    }

    @ParameterizedTest
    @CsvSource({
        "     , false, false",
        "     , false, true",
        "     , true , false",
        "     , true , true",
        "paid , false, false",
        "paid , false, true",
    })
    void a_page_of_an_operators_goes_along_one_index_and_sorts_nothing(
            @Nullable String state, boolean attention, boolean further) {
        SaleQuery.Place after =
                further
                        ? new SaleQuery.Place(
                                Instant.parse("2026-11-22T15:00:00Z"), new LotId(UUID.randomUUID()))
                        : null;

        String plan = plan(new SaleQuery(null, state, attention, after, 20));

        assertThat(plan).contains("Index Scan").doesNotContain("Seq Scan on sale", "Sort");
        if (further) {
            assertThat(plan).containsPattern("Index Cond: .*closed_at <= ");
        }
    }

    private static String plan(SaleQuery query) {
        return String.join(
                "\n",
                SaleReads.bound(database.client().sql("explain " + SaleReads.text(query)), query)
                        .map(row -> row.get(0, String.class))
                        .all()
                        .collectList()
                        .block(PATIENCE));
    }
}
