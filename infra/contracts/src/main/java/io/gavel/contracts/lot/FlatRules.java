package io.gavel.contracts.lot;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rules as one JSON object: the fields of all formats, of which each uses its own. */
record FlatRules(
        String format,
        String currency,
        Money startingPrice,
        @Nullable Ladder increments,
        @Nullable Instant opensAt,
        Instant closesAt,
        @Nullable SoftClose softClose,
        @Nullable Integer largeBidFactor,
        @Nullable OwnRaise ownRaise,
        @Nullable Money estimate,
        @Nullable BuyNowOffer buyNow,
        @Nullable Boolean absenteeBids,
        @Nullable Boolean retraction,
        @Nullable Money step,
        @Nullable Duration tick,
        @Nullable Money floor) {

    Rules rules() {
        Format own =
                switch (format) {
                    case Format.English.WORD ->
                            new Format.English(
                                    requireNonNull(increments, "increments"),
                                    softClose,
                                    largeBidFactor,
                                    estimate,
                                    requireNonNull(ownRaise, "ownRaise"),
                                    buyNow,
                                    Boolean.TRUE.equals(retraction));
                    case Format.SealedFirstPrice.WORD -> new Format.SealedFirstPrice();
                    case Format.SealedSecondPrice.WORD -> new Format.SealedSecondPrice();
                    case Format.Dutch.WORD ->
                            new Format.Dutch(
                                    requireNonNull(step, "step"),
                                    requireNonNull(tick, "tick"),
                                    requireNonNull(floor, "floor"));
                    default -> throw new IllegalArgumentException("format: " + format);
                };
        return new Rules(
                own, currency, startingPrice, opensAt, closesAt, Boolean.TRUE.equals(absenteeBids));
    }

    /** The JSON object's fields in their order, which the rules' hash depends on. */
    static Map<String, Object> fields(Rules rules) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("format", rules.format().word());
        fields.put("currency", rules.currency());
        fields.put("startingPrice", rules.startingPrice());
        if (rules.format() instanceof Format.English english) {
            fields.put("increments", english.increments());
        }
        fields.put("opensAt", rules.opensAt());
        fields.put("closesAt", rules.closesAt());
        switch (rules.format()) {
            case Format.English english -> {
                fields.put("softClose", english.softClose());
                fields.put("largeBidFactor", english.largeBidFactor());
                fields.put("ownRaise", english.ownRaise());
                fields.put("estimate", english.estimate());
                fields.put("buyNow", english.buyNow());
                fields.put("absenteeBids", rules.absenteeBids());
                fields.put("retraction", english.retraction());
            }
            case Format.SealedFirstPrice(), Format.SealedSecondPrice() ->
                    fields.put("absenteeBids", rules.absenteeBids());
            case Format.Dutch(var step, var tick, var floor) -> {
                fields.put("step", step);
                fields.put("tick", tick);
                fields.put("floor", floor);
            }
        }
        return fields;
    }
}
