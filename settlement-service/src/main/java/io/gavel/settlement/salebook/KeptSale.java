package io.gavel.settlement.salebook;

import static io.gavel.settlement.database.Columns.column;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.sale.LotSale;
import io.r2dbc.spi.Readable;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A sale as it is kept.
 *
 * @param buyer and seller, parties: those whom it concerns
 * @param bytes what is published
 * @param detail all that its next step depends on; null for one from before sales moved on
 */
record KeptSale(
        LotId lot,
        int revision,
        @Nullable String buyer,
        String seller,
        List<String> parties,
        byte[] bytes,
        @Nullable String detail) {

    static final String SELECT =
            "select lot, revision, buyer, seller, parties, body, detail from sale ";

    static KeptSale of(Readable row) {
        return new KeptSale(
                new LotId(column(row, "lot", UUID.class)),
                column(row, "revision", Integer.class),
                row.get("buyer", String.class),
                column(row, "seller", String.class),
                List.of(column(row, "parties", String[].class)),
                column(row, "body", String.class).getBytes(UTF_8),
                row.get("detail", String.class));
    }

    @Nullable LotSale sale() {
        return detail == null ? null : StoredSale.read(detail);
    }

    boolean concerns(String account) {
        return account.equals(buyer) || account.equals(seller) || parties.contains(account);
    }
}
