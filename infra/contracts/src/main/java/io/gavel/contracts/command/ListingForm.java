package io.gavel.contracts.command;

import static java.util.Objects.requireNonNull;

import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Texts;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import io.gavel.contracts.lot.Rules;
import io.gavel.contracts.lot.SoftClose;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what a seller filled in; every wrong field is named, with what came and what was expected.
 */
public final class ListingForm {

    private static final int MAX_TITLE = 200;
    private static final int MAX_DESCRIPTION = 10_000;
    private static final int MAX_FACTOR = 1_000_000;

    private ListingForm() {}

    /** The listing, or nothing when {@code fields} has collected a problem. */
    public static Optional<Listing> read(Fields fields) {
        String title = fields.require("title").text("title", 1, MAX_TITLE);
        String description = fields.text("description", 0, MAX_DESCRIPTION);
        Format format =
                fields.read(
                        "format",
                        "english",
                        node -> "english".equals(text(node)) ? Format.ENGLISH : null);
        String currency =
                fields.require("currency")
                        .read("currency", "an ISO 4217 code such as EUR", ListingForm::currency);
        Money startingPrice = fields.require("startingPrice").money("startingPrice", 1);
        Money reserve = fields.money("reserve", 1);
        Ladder increments =
                fields.read("increments", "\"ebay-us\" or [[from, step], …]", ListingForm::ladder);
        Instant opensAt = fields.instant("opensAt");
        Instant closesAt = fields.require("closesAt").instant("closesAt");
        if (opensAt != null && closesAt != null && !closesAt.isAfter(opensAt)) {
            fields.problem("closesAt", closesAt + " (expected: after opensAt, " + opensAt + ")");
        }
        OwnRaise ownRaise =
                fields.read("ownRaise", "keeps-price or completes-step", ListingForm::ownRaise);
        SoftClose softClose = softClose(fields);
        Integer largeBidFactor =
                fields.mentions("largeBidFactor")
                        ? fields.wholeNumber("largeBidFactor", 1, MAX_FACTOR)
                        : Integer.valueOf(Rules.DEFAULT_LARGE_BID_FACTOR);
        if (!fields.problems().isEmpty()) {
            return Optional.empty();
        }
        Rules rules =
                new Rules(
                        format == null ? Format.ENGLISH : format,
                        requireNonNull(currency),
                        requireNonNull(startingPrice),
                        increments == null ? Ladder.EBAY_US : increments,
                        opensAt,
                        requireNonNull(closesAt),
                        softClose,
                        largeBidFactor,
                        ownRaise == null ? habitOf(increments) : ownRaise);
        return Optional.of(
                new Listing(
                        requireNonNull(title),
                        description == null ? "" : description,
                        rules,
                        reserve));
    }

    /** A named ladder comes with its house's habit; a ladder of one's own with that of RULES. */
    private static OwnRaise habitOf(@Nullable Ladder increments) {
        boolean ebay = increments == null || increments.equals(Ladder.EBAY_US);
        return ebay ? OwnRaise.COMPLETES_STEP : OwnRaise.KEEPS_PRICE;
    }

    private static @Nullable OwnRaise ownRaise(JsonNode node) {
        return switch (String.valueOf(text(node))) {
            case "keeps-price" -> OwnRaise.KEEPS_PRICE;
            case "completes-step" -> OwnRaise.COMPLETES_STEP;
            default -> null;
        };
    }

    private static @Nullable SoftClose softClose(Fields fields) {
        Fields inner = fields.object("softClose");
        if (inner == null) {
            return null;
        }
        Duration window = inner.require("window").duration("window");
        Duration extension = inner.require("extension").duration("extension");
        Duration maxExtension = inner.duration("maxExtension");
        if (window == null || extension == null) {
            return null;
        }
        try {
            return new SoftClose(window, extension, maxExtension);
        } catch (IllegalArgumentException e) {
            fields.problem("softClose", String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static @Nullable String currency(JsonNode node) {
        String code = text(node);
        return code == null ? null : Currency.getInstance(code).getCurrencyCode();
    }

    private static @Nullable Ladder ladder(JsonNode node) {
        if (node.isString()) {
            return Ladder.PRESETS.get(node.stringValue());
        }
        return node.isArray() ? Ladder.of(pairs(node)) : null;
    }

    private static long[][] pairs(JsonNode array) {
        return array.values().stream().map(ListingForm::pair).toArray(long[][]::new);
    }

    private static long[] pair(JsonNode pair) {
        if (!pair.isArray()) {
            throw new IllegalArgumentException(Texts.shown(pair) + " (expected: [from, step])");
        }
        return pair.values().stream().mapToLong(ListingForm::wholeNumber).toArray();
    }

    private static long wholeNumber(JsonNode number) {
        if (!number.isIntegralNumber() || !number.canConvertToLong()) {
            throw new IllegalArgumentException(
                    "a step with "
                            + Texts.shown(number)
                            + " (expected: whole numbers of minor units)");
        }
        return number.longValue();
    }

    private static @Nullable String text(JsonNode node) {
        return node.isString() ? node.stringValue() : null;
    }
}
