package io.gavel.contracts.frame;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What a client may say (DESIGN §5). */
public sealed interface ClientFrame {

    /** Who I am; may be said again with a newer token. */
    record Auth(String token) implements ClientFrame {
        @Override
        public String toString() {
            return "Auth[]";
        }
    }

    /**
     * Tell me of this lot.
     *
     * @param after on the {@code log} feed: the last version I have, 0 for none; null means from
     *     now on
     */
    record Watch(LotId lot, Feed feed, @Nullable Long after) implements ClientFrame {}

    record Unwatch(LotId lot) implements ClientFrame {}

    /**
     * I bid, with this as my maximum.
     *
     * @param insist true: the log decides in any case; false: the gateway may answer by advice;
     *     null where the client has not said
     */
    record Bid(
            CommandId id, LotId lot, Money amount, boolean confirmLarge, @Nullable Boolean insist)
            implements ClientFrame {
        @Override
        public String toString() {
            return "Bid[id=" + id + ", lot=" + lot + "]";
        }
    }

    /** Answer with {@code t} and your clock. */
    record Ping(JsonNode t) implements ClientFrame {}

    /** A frame that cannot be obeyed; answered with an {@code error} of this code. */
    record Refused(ErrorCode code, String message, @Nullable String id) implements ClientFrame {}
}
