package io.gavel.contracts.command;

import static java.util.Objects.requireNonNullElse;

import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Texts;
import io.gavel.contracts.lot.BuyNowOffer;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import io.gavel.contracts.lot.SoftClose;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Reads the rules that English lots alone have. */
final class EnglishForm {

    private static final int MAX_FACTOR = 1_000_000;

    private EnglishForm() {}

    /** The rules; they count only if {@code fields} has collected no problem. */
    static Format.English read(Fields fields, @Nullable Money startingPrice) {
        Ladder increments =
                fields.read("increments", "\"ebay-us\" or [[from, step], …]", EnglishForm::ladder);
        OwnRaise ownRaise =
                fields.read("ownRaise", "keeps-price or completes-step", EnglishForm::ownRaise);
        Integer largeBidFactor =
                fields.mentions("largeBidFactor")
                        ? fields.wholeNumber("largeBidFactor", 1, MAX_FACTOR)
                        : Integer.valueOf(Format.English.DEFAULT_LARGE_BID_FACTOR);
        return new Format.English(
                requireNonNullElse(increments, Ladder.EBAY_US),
                softClose(fields),
                largeBidFactor,
                fields.money("estimate", 1),
                requireNonNullElse(ownRaise, habitOf(increments)),
                buyNow(fields, startingPrice),
                fields.flag("retraction"));
    }

    /** A named ladder comes with its house's habit; a ladder of one's own with that of RULES. */
    private static OwnRaise habitOf(@Nullable Ladder increments) {
        boolean ebay = increments == null || increments.equals(Ladder.EBAY_US);
        return ebay ? OwnRaise.COMPLETES_STEP : OwnRaise.KEEPS_PRICE;
    }

    private static @Nullable OwnRaise ownRaise(JsonNode node) {
        return switch (node.isString() ? node.stringValue() : "") {
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

    /** An amount alone is an offer until the first bid. */
    private static @Nullable BuyNowOffer buyNow(Fields fields, @Nullable Money startingPrice) {
        BuyNowOffer offer;
        if (fields.isNumber("buyNow")) {
            Money price = fields.money("buyNow", 1);
            offer =
                    price == null
                            ? null
                            : new BuyNowOffer(price, BuyNowOffer.Until.FIRST_BID, null);
        } else {
            Fields inner = fields.object("buyNow");
            offer = inner == null ? null : buyNow(inner);
        }
        if (offer != null && startingPrice != null && !offer.isFarEnoughAbove(startingPrice)) {
            fields.problem(
                    "buyNow",
                    offer.price()
                            + " (expected: at least 30 % above startingPrice, "
                            + startingPrice
                            + ")");
        }
        return offer;
    }

    private static @Nullable BuyNowOffer buyNow(Fields inner) {
        Money price = inner.require("price").money("price", 1);
        BuyNowOffer.Until policy =
                inner.read(
                        "policy",
                        "until-first-bid, until-reserve-met or until-price-reaches",
                        EnglishForm::until);
        Money reaches = inner.money("reaches", 1);
        BuyNowOffer.Until until = requireNonNullElse(policy, BuyNowOffer.Until.FIRST_BID);
        if (price == null) {
            return null;
        }
        boolean byPrice = until == BuyNowOffer.Until.PRICE_REACHES;
        if (reaches != null && (!byPrice || reaches.isMoreThan(price))) {
            inner.problem(
                    "reaches",
                    reaches
                            + (byPrice
                                    ? " (expected: at most the buy-now price, " + price + ")"
                                    : " (expected: only with until-price-reaches)"));
        }
        return new BuyNowOffer(price, until, byPrice ? requireNonNullElse(reaches, price) : null);
    }

    private static BuyNowOffer.@Nullable Until until(JsonNode node) {
        String word = node.isString() ? node.stringValue() : "";
        return Stream.of(BuyNowOffer.Until.values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Ladder ladder(JsonNode node) {
        if (node.isString()) {
            return Ladder.PRESETS.get(node.stringValue());
        }
        return node.isArray() ? Ladder.of(pairs(node)) : null;
    }

    private static long[][] pairs(JsonNode array) {
        return array.values().stream().map(EnglishForm::pair).toArray(long[][]::new);
    }

    private static long[] pair(JsonNode pair) {
        if (!pair.isArray()) {
            throw new IllegalArgumentException(Texts.shown(pair) + " (expected: [from, step])");
        }
        return pair.values().stream().mapToLong(EnglishForm::wholeNumber).toArray();
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
}
