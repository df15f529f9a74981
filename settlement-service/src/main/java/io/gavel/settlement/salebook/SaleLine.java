package io.gavel.settlement.salebook;

import io.gavel.settlement.document.Paper;
import io.gavel.settlement.money.Rate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code {"line","label","percent"?,"amount"}}: a line of a bill or statement, as it is told. */
final class SaleLine {

    private SaleLine() {}

    static void add(ArrayNode list, Paper.Line line) {
        ObjectNode told =
                list.addObject().put("line", line.item().word()).put("label", line.label());
        Rate rate = line.rate();
        if (rate != null) {
            told.put("percent", rate.percent());
        }
        told.put("amount", line.amount().minor());
    }
}
