package io.gavel.settlement.salebook;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.Money;
import io.gavel.settlement.document.Paper;
import io.gavel.settlement.money.Bill;
import io.gavel.settlement.money.Premium;
import io.gavel.settlement.money.Tariff;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a price would cost its buyer: the lines of the bill that a sale at it would make now. */
final class Costs {

    private Costs() {}

    static byte[] of(Tariff tariff, Money price, String currency) {
        Bill bill = tariff.bill(price, currency);
        ObjectNode costs =
                Json.MAPPER
                        .createObjectNode()
                        .put("currency", currency)
                        .put("price", price.minor());
        ArrayNode lines = costs.putArray("lines");
        Paper.lines(bill).forEach(line -> SaleLine.add(lines, line));
        costs.put("total", bill.total().minor());
        ArrayNode premium = costs.putArray("premium");
        for (Premium.Band band : tariff.premium().bands(currency)) {
            ObjectNode told = premium.addObject();
            Long upTo = band.upTo();
            if (upTo != null) {
                told.put("upTo", upTo);
            }
            told.put("percent", band.rate().percent());
        }
        costs.putObject("taxes")
                .put("hammer", bill.hammerTaxRate().percent())
                .put("premium", bill.premiumTaxRate().percent());
        return Json.bytes(costs);
    }
}
