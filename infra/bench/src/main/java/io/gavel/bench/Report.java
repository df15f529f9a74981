package io.gavel.bench;

import io.gavel.contracts.json.Json;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What was measured so far, in the order it was measured in. */
final class Report {

    private final Map<String, Series> absolute = new LinkedHashMap<>();
    private final Map<String, Double> ratios = new LinkedHashMap<>();

    /**
     * Adds a figure.
     *
     * @param name says the unit, too
     */
    void figure(String name, Series rounds) {
        absolute.put(name, rounds);
    }

    void figure(String name, double value) {
        figure(name, Series.of(value));
    }

    /** Adds the median of one figure over that of another. */
    void ratio(String name, Series of, Series to) {
        ratios.put(name, of.median() / to.median());
    }

    /** {@code {"ratios":{…},"absolute":{…}}}, medians, numbers only. */
    byte[] json() {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ObjectNode ratioNode = json.putObject("ratios");
        ratios.forEach((name, ratio) -> ratioNode.put(name, rounded(ratio)));
        ObjectNode absoluteNode = json.putObject("absolute");
        absolute.forEach((name, rounds) -> absoluteNode.put(name, rounded(rounds.median())));
        return Json.bytes(json);
    }

    /** For people: the median of each figure's rounds, the least, the most; then the ratios. */
    String table() {
        StringBuilder table = new StringBuilder(line("", "median", "min", "max", "rounds"));
        absolute.forEach((name, rounds) ->
                table.append(
                        line(
                                name,
                                shown(rounds.median()),
                                shown(rounds.least()),
                                shown(rounds.most()),
                                Integer.toString(rounds.rounds().size()))));
        ratios.forEach(
                (name, ratio) -> table.append(line("ratio " + name, shown(ratio), "", "", "")));
        return table.toString();
    }

    private static String line(
            String name, String median, String least, String most, String rounds) {
        return String.format("%-34s %12s %12s %12s %7s", name, median, least, most, rounds)
                        .stripTrailing()
                + "\n";
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }

    private static BigDecimal rounded(double value) {
        boolean whole = value >= 1_000 || value == Math.rint(value);
        return BigDecimal.valueOf(value).setScale(whole ? 0 : 3, RoundingMode.HALF_UP);
    }
}
