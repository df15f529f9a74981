package io.gavel.contracts.command;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.gavel.contracts.json.Fields;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Rules;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the rules of a lot: one flat object whose {@code format} says which fields belong. */
final class RulesForm {

    private static final Duration SHORTEST_TICK = Duration.ofMillis(100);
    private static final Duration LONGEST_TICK = Duration.ofDays(1);
    private static final String FORMATS = "english, sealed-first-price, vickrey or dutch";
    private static final List<String> ENGLISH_ONLY =
            List.of("softClose", "estimate", "buyNow", "retraction");
    private static final List<String> DUTCH_ONLY = List.of("step", "tick", "floor");

    private RulesForm() {}

    /** The rules, or nothing when {@code fields} has collected a problem. */
    static Optional<Rules> read(Fields fields) {
        String word =
                requireNonNullElse(
                        fields.read("format", FORMATS, RulesForm::word), Format.English.WORD);
        String currency =
                fields.require("currency")
                        .read("currency", "an ISO 4217 code such as EUR", RulesForm::currency);
        Money startingPrice = fields.require("startingPrice").money("startingPrice", 1);
        Instant opensAt = fields.instant("opensAt");
        Instant closesAt = fields.require("closesAt").instant("closesAt");
        if (opensAt != null && closesAt != null && !closesAt.isAfter(opensAt)) {
            fields.problem("closesAt", closesAt + " (expected: after opensAt, " + opensAt + ")");
        }
        boolean absenteeBids = fields.flag("absenteeBids");
        Format format = format(word, fields, startingPrice);
        if (!fields.problems().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Rules(
                        requireNonNull(format),
                        requireNonNull(currency),
                        requireNonNull(startingPrice),
                        opensAt,
                        requireNonNull(closesAt),
                        absenteeBids));
    }

    private static @Nullable Format format(
            String word, Fields fields, @Nullable Money startingPrice) {
        return switch (word) {
            case Format.Dutch.WORD -> {
                refuse(fields, word, ENGLISH_ONLY);
                if (fields.flag("absenteeBids")) {
                    fields.problem("absenteeBids", "true (expected: false or absent for dutch)");
                }
                if (fields.has("reserve")) {
                    fields.problem("reserve", "given (expected: absent or null: the floor is it)");
                }
                yield dutch(fields, startingPrice);
            }
            case Format.SealedFirstPrice.WORD -> {
                refuse(fields, word, ENGLISH_ONLY);
                refuse(fields, word, DUTCH_ONLY);
                yield new Format.SealedFirstPrice();
            }
            case Format.SealedSecondPrice.WORD -> {
                refuse(fields, word, ENGLISH_ONLY);
                refuse(fields, word, DUTCH_ONLY);
                yield new Format.SealedSecondPrice();
            }
            default -> {
                refuse(fields, word, DUTCH_ONLY);
                yield EnglishForm.read(fields, startingPrice);
            }
        };
    }

    private static @Nullable Format dutch(Fields fields, @Nullable Money startingPrice) {
        Money step = fields.require("step").money("step", 1);
        Duration tick = fields.require("tick").duration("tick");
        Money floor = fields.require("floor").money("floor", 1);
        if (tick != null
                && (tick.compareTo(SHORTEST_TICK) < 0 || tick.compareTo(LONGEST_TICK) > 0)) {
            fields.problem(
                    "tick", tick + " (expected: " + SHORTEST_TICK + " to " + LONGEST_TICK + ")");
        }
        if (floor != null && startingPrice != null && !startingPrice.isMoreThan(floor)) {
            fields.problem(
                    "floor", floor + " (expected: below startingPrice, " + startingPrice + ")");
        }
        return step == null || tick == null || floor == null
                ? null
                : new Format.Dutch(step, tick, floor);
    }

    /** Fields that would silently mean nothing; a flag that is false may stand anywhere. */
    private static void refuse(Fields fields, String format, List<String> foreign) {
        for (String name : foreign) {
            if (fields.has(name) && !fields.isFalse(name)) {
                fields.problem(name, "given (expected: absent or null for " + format + ")");
            }
        }
    }

    private static @Nullable String word(JsonNode node) {
        String word = node.isString() ? node.stringValue() : "";
        return switch (word) {
            case Format.English.WORD,
                    Format.SealedFirstPrice.WORD,
                    Format.SealedSecondPrice.WORD,
                    Format.Dutch.WORD ->
                    word;
            case "sealed-second-price" -> Format.SealedSecondPrice.WORD;
            default -> null;
        };
    }

    private static @Nullable String currency(JsonNode node) {
        return node.isString() ? Currency.getInstance(node.stringValue()).getCurrencyCode() : null;
    }
}
