package io.gavel.sandbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One charge or refund, known by its key for as long as the program runs.
 *
 * @param amount in the currency's minor unit
 * @param reason why it was declined, null otherwise
 * @param charge the id of what is given back; null for a charge
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Charge(
        String id,
        String key,
        String lot,
        String payer,
        long amount,
        String currency,
        Status status,
        @Nullable String reason,
        @Nullable String charge) {

    /** What became of it. */
    public enum Status {
        PENDING,
        SUCCEEDED,
        DECLINED;

        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What a caller asks for. */
    record Wish(String lot, String payer, long amount, String currency, @Nullable String charge) {}

    /** What is told of: {@code charge} or {@code refund}. */
    String kind() {
        return charge == null ? "charge" : "refund";
    }

    boolean isFor(Wish wish) {
        return new Wish(lot, payer, amount, currency, charge).equals(wish);
    }

    Charge with(Status known, @Nullable String why) {
        return new Charge(id, key, lot, payer, amount, currency, known, why, charge);
    }
}
