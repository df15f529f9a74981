package io.gavel.settlement.salebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.fixture.SettlementTables;
import java.util.UUID;

/** What holds of the books of all sales at any time. */
final class Books {

    private static final LotId ANY = new LotId(new UUID(0, 0));

    private Books() {}

    /** All postings sum to zero, and each series of documents is numbered without holes. */
    static void assertEven(SettlementTables tables) {
        assertThat(
                        tables.count(
                                "select count(*) from (select from ledger_line where ?::uuid is not"
                                        + " null group by lot, revision, currency having sum(minor)"
                                        + " <> 0) as uneven",
                                ANY))
                .as("postings that are not even")
                .isZero();
        assertThat(
                        tables.count(
                                "select count(*) from document_series s where ?::uuid is not null"
                                        + " and last <> (select count(*) from document d where"
                                        + " d.series = s.series)",
                                ANY))
                .as("series with holes")
                .isZero();
    }
}
