package io.gavel.bidding.lots;

import io.gavel.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** A public event as a row of CSV (RFC 4180), for spreadsheets. */
final class CsvRow {

    private static final List<String> COLUMNS =
            List.of(
                    "version",
                    "at",
                    "type",
                    "paddle",
                    "amount",
                    "status",
                    "price",
                    "leader",
                    "next",
                    "bids",
                    "closesAt",
                    "reserve",
                    "outcome",
                    "hammer",
                    "winner",
                    "reason",
                    "prev");

    private static final String END = "\r\n";

    /** What a spreadsheet takes for the beginning of a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private CsvRow() {}

    static byte[] header() {
        return utf8(String.join(",", COLUMNS) + END);
    }

    /** The event's fields, empty where it has none. */
    static byte[] of(byte[] event) {
        JsonNode json = Json.tree(event);
        return utf8(
                COLUMNS.stream().map(name -> cell(json.path(name))).collect(Collectors.joining(","))
                        + END);
    }

    private static String cell(JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return value.isString() ? quoted(harmless(value.stringValue())) : value.toString();
    }

    /** Text that a spreadsheet does not compute: with an apostrophe before what looks like it. */
    private static String harmless(String text) {
        boolean formula = !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0;
        return formula ? "'" + text : text;
    }

    private static String quoted(String text) {
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }

    private static byte[] utf8(String row) {
        return row.getBytes(StandardCharsets.UTF_8);
    }
}
