package io.gavel.settlement.salebook;

import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.sale.Sale;
import io.gavel.settlement.document.DocumentKind;
import io.gavel.settlement.document.Paper;
import io.gavel.settlement.money.Amount;
import io.gavel.settlement.sale.Charge;
import io.gavel.settlement.sale.Demand;
import io.gavel.settlement.sale.LotSale;
import io.gavel.settlement.sale.State;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A sale as one may see it. Operators see all. Buyer and seller see each other; nobody who had his
 * turn before, and not the seller while it is only an offer, learns to whom the lot went next.
 */
final class SaleView {

    private SaleView() {}

    /** What is published of it, as far as the viewer may see it. */
    static byte[] message(KeptSale kept, Viewer viewer) {
        Sale sale = Json.read(kept.bytes(), Sale.class);
        boolean buyer = sale.buyer() != null && sale.buyer().value().equals(viewer.account());
        boolean offered =
                sale.offer() != null && sale.offer().to().value().equals(viewer.account());
        boolean seller = kept.seller().equals(viewer.account());
        boolean openOffer = sale.offer() != null && sale.buyer() == null;
        if (viewer.isOperator() || buyer || offered || (seller && !openOffer)) {
            return kept.bytes();
        }
        return Json.bytes(withoutNames(sale));
    }

    private static Sale withoutNames(Sale sale) {
        return new Sale(
                sale.lot(),
                sale.version(),
                sale.title(),
                sale.outcome(),
                sale.state(),
                sale.hammer(),
                sale.winner(),
                sale.currency(),
                sale.at(),
                null,
                sale.seller());
    }

    /** All of it that the viewer may see: with its lines, documents and history. */
    static byte[] whole(
            KeptSale kept, Viewer viewer, List<Turns.Past> past, List<Documents.Issued> issued) {
        LotSale sale = kept.sale();
        if (sale == null) {
            return message(kept, viewer);
        }
        ObjectNode view = Json.tree(message(kept, viewer)).asObject();
        view.put("revision", kept.revision());
        if (sale.state() instanceof State.Timed timed) {
            view.put("until", Instants.format(timed.deadline()));
        }
        if (sale.state() instanceof State.Unsold(LotId relistedAs) && relistedAs != null) {
            view.put("relistedAs", relistedAs.toString());
        }
        lines(view, sale, viewer);
        charges(view.putArray("charges"), sale, viewer);
        documents(view.putArray("documents"), issued, viewer);
        history(view.putArray("history"), past, viewer);
        return Json.bytes(view);
    }

    private static void lines(ObjectNode view, LotSale sale, Viewer viewer) {
        Demand demand = sale.demand();
        if (demand == null) {
            return;
        }
        if (viewer.isOperator() || demand.debtor().value().equals(viewer.account())) {
            lines(view, "lines", "total", Paper.lines(DocumentKind.INVOICE, demand));
        }
        if (viewer.isOperator() || sale.lot().seller().value().equals(viewer.account())) {
            lines(view, "proceeds", "net", Paper.lines(DocumentKind.STATEMENT, demand));
        }
    }

    private static void lines(ObjectNode view, String lines, String sum, List<Paper.Line> shown) {
        ArrayNode list = view.putArray(lines);
        for (Paper.Line line : shown) {
            SaleLine.add(list, line);
        }
        view.put(sum, shown.stream().map(Paper.Line::amount).mapToLong(Amount::minor).sum());
    }

    private static void charges(ArrayNode list, LotSale sale, Viewer viewer) {
        for (Charge charge : sale.charges()) {
            if (viewer.isOperator() || charge.debtor().value().equals(viewer.account())) {
                list.addObject()
                        .put("charge", charge.key().toString())
                        .put("debtor", charge.debtor().value())
                        .put("amount", charge.amount().minor())
                        .put("status", charge.status().word());
            }
        }
    }

    private static void documents(ArrayNode list, List<Documents.Issued> issued, Viewer viewer) {
        for (Documents.Issued document : issued) {
            if (viewer.isOperator() || document.to().value().equals(viewer.account())) {
                list.addObject()
                        .put("name", document.kind().numbered(document.number()))
                        .put("kind", document.kind().series())
                        .put("to", document.to().value())
                        .put("at", Instants.format(document.at()));
            }
        }
    }

    private static void history(ArrayNode list, List<Turns.Past> past, Viewer viewer) {
        for (Turns.Past step : past) {
            ObjectNode line =
                    list.addObject()
                            .put("revision", step.revision())
                            .put("at", Instants.format(step.at()))
                            .put("what", step.cause().what())
                            .put("state", step.state());
            if (viewer.isOperator()) {
                line.put("actor", step.cause().actor()).put("note", step.cause().note());
            }
        }
    }
}
