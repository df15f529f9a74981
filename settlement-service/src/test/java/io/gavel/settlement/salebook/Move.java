package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.LotId;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked of a sale, or comes about by itself, where it has to stand before, and where it
 * leads.
 */
enum Move {
    PAYMENT("awaiting-payment", "olga", "payments", "paid") {
        @Override
        String body(LotId lot) {
            return "{\"charge\":\"%s/0/0\",\"amount\":1938,\"reference\":\"by hand\"}"
                    .formatted(lot);
        }
    },
    NO_PAYMENT("awaiting-payment", "olga", "declined-payments", "awaiting-payment") {
        @Override
        String body(LotId lot) {
            return "{\"charge\":\"%s/0/0\",\"reason\":\"no cover\"}".formatted(lot);
        }
    },
    CANCEL("awaiting-payment", "olga", "cancel", "cancelled") {
        @Override
        String body(LotId lot) {
            return "{\"reason\":\"stolen\"}";
        }
    },
    ANOTHER_TERM("defaulted", "olga", "retry", "awaiting-payment"),
    ACCEPT("offered", "carol", "accept", "awaiting-payment"),
    DECLINE("offered", "carol", "decline", "unsold"),
    RELIST("unsold", "bob", "relist", "unsold") {
        @Override
        String body(LotId lot) {
            return "{\"as\":\"11111111-1111-4111-8111-111111111111\"}";
        }
    },
    DEFAULT("awaiting-payment", null, "deadline", "defaulted"),
    OFFER("defaulted", null, "deadline", "offered");

    /** Where the sale stands before it. */
    final String from;

    /** Who asks for it; null for what the passing of a deadline brings about. */
    final @Nullable String by;

    /** How it is called. */
    final String call;

    /** Where it leads. */
    final String to;

    Move(String from, @Nullable String by, String call, String to) {
        this.from = from;
        this.by = by;
        this.call = call;
        this.to = to;
    }

    String body(LotId lot) {
        return "";
    }
}
