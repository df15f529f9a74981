package io.gavel.contracts.command;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CanonicalUuid;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads a bid in one pass without building a tree, since nearly every record is one. Whatever is
 * not a plain, correct bid is left to the reader that explains what is wrong.
 */
final class PlainBid {

    private @Nullable UUID id;
    private @Nullable UUID lot;
    private @Nullable AccountId by;
    private @Nullable Money amount;
    private boolean isBid;
    private boolean confirmLarge;
    private boolean suspended;
    private int seen;

    private PlainBid() {}

    /** The bid, or null if the bytes are anything else, or a bid with any fault or oddity. */
    static @Nullable PlaceBid read(byte[] bytes) {
        try (JsonParser json = Json.MAPPER.createParser(bytes)) {
            return new PlainBid().bid(json);
        } catch (JacksonException | IllegalArgumentException e) {
            return null;
        }
    }

    private @Nullable PlaceBid bid(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            return null;
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            if (!take(name, value, json)) {
                return null;
            }
        }
        boolean whole = json.currentToken() == JsonToken.END_OBJECT && json.nextToken() == null;
        return whole && isBid && id != null && lot != null && by != null && amount != null
                ? new PlaceBid(
                        new CommandId(id), new LotId(lot), by, amount, confirmLarge, suspended)
                : null;
    }

    private boolean take(String name, JsonToken value, JsonParser json) {
        return switch (name) {
            case "id" -> {
                id = uuid(value, json);
                yield isFirst(1) && id != null;
            }
            case "type" -> {
                isBid = value == JsonToken.VALUE_STRING && "place-bid".equals(json.getString());
                yield isFirst(2) && isBid;
            }
            case "lot" -> {
                lot = uuid(value, json);
                yield isFirst(4) && lot != null;
            }
            case "by" -> {
                by = value == JsonToken.VALUE_STRING ? new AccountId(json.getString()) : null;
                yield isFirst(8) && by != null;
            }
            case "at" -> isFirst(16) && value == JsonToken.VALUE_STRING;
            case "amount" -> {
                amount = value == JsonToken.VALUE_NUMBER_INT ? positive(json) : null;
                yield isFirst(32) && amount != null;
            }
            case "confirmLarge" -> {
                confirmLarge = value == JsonToken.VALUE_TRUE;
                yield isFirst(64) && value.isBoolean();
            }
            case "suspended" -> {
                suspended = value == JsonToken.VALUE_TRUE;
                yield isFirst(128) && value.isBoolean();
            }
            default -> false;
        };
    }

    private boolean isFirst(int field) {
        boolean first = (seen & field) == 0;
        seen |= field;
        return first;
    }

    private static @Nullable UUID uuid(JsonToken value, JsonParser json) {
        return value == JsonToken.VALUE_STRING ? CanonicalUuid.parse(json.getString()) : null;
    }

    private static @Nullable Money positive(JsonParser json) {
        long minor = json.getLongValue();
        return minor >= 1 ? new Money(minor) : null;
    }
}
