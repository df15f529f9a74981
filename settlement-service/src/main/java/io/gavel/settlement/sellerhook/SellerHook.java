package io.gavel.settlement.sellerhook;

import io.gavel.contracts.sale.SaleState;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a seller wants to be told of his sales.
 *
 * @param events which; none: all
 * @param failingSince since when every attempt failed; null if the last was good
 * @param oldSecretUntil until when a secret that was changed signs too
 */
record SellerHook(
        UUID id,
        String account,
        String url,
        List<String> events,
        State state,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Instant oldSecretUntil) {

    /** What its owner sends himself to see whether it arrives. */
    static final String TEST = "webhook.test";

    enum State {
        ENABLED,
        /** By its seller. */
        DISABLED,
        /** It failed for too long. */
        FAILING,
        /** It answered 410. */
        GONE;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    SellerHook {
        events = List.copyOf(events);
    }

    /** The type of the event that a sale has come into this state. */
    static String event(SaleState state) {
        return "sale." + state.word();
    }

    /** All that one can be told. */
    static List<String> knownEvents() {
        return Arrays.stream(SaleState.values()).map(SellerHook::event).toList();
    }

    String lane() {
        return HookTransport.KIND + "/" + id;
    }
}
