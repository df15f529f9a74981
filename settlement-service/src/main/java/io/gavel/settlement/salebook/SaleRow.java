package io.gavel.settlement.salebook;

import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.sale.Sale;
import io.gavel.settlement.sale.Demand;
import io.gavel.settlement.sale.LotSale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A sale as a line of CSV (RFC 4180). */
final class SaleRow {

    static final String HEADER =
            "lot,state,revision,closed_at,currency,hammer,total,net,attention,buyer,seller,title\r\n";

    private SaleRow() {}

    /** Amounts are in minor units: the total is the buyer's, the net the seller's. */
    static String of(SaleReads.Placed placed) {
        KeptSale kept = placed.sale();
        Sale sale = Json.read(kept.bytes(), Sale.class);
        LotSale detail = kept.sale();
        Demand demand = detail == null ? null : detail.demand();
        return Stream.of(
                                sale.lot(),
                                sale.state().word(),
                                kept.revision(),
                                Instants.format(sale.at()),
                                sale.currency(),
                                text(sale.hammer()),
                                demand == null ? "" : demand.bill().total().minor(),
                                demand == null ? "" : demand.proceeds().net().minor(),
                                text(placed.attention()),
                                quoted(sale.buyer() == null ? "" : sale.buyer().value()),
                                quoted(sale.seller().value()),
                                quoted(sale.title()))
                        .map(Object::toString)
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    private static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /** A spreadsheet must not take what people wrote for a formula. */
    private static String quoted(String written) {
        boolean formula = !written.isEmpty() && "=+-@\t\r".indexOf(written.charAt(0)) >= 0;
        return "\"" + (formula ? "'" : "") + written.replace("\"", "\"\"") + "\"";
    }
}
