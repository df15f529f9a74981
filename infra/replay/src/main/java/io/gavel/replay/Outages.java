package io.gavel.replay;

import io.gavel.bidding.auction.Outage;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * What a line says was made good to its lot: {@code [{"from":"<instant>","until":"<instant>"},…]}.
 */
final class Outages {

    private static final String FORM =
            "expected: [{\"from\":\"<instant>\",\"until\":\"<instant>\"},…]";

    private Outages() {}

    /**
     * Reads it from where the parser stands, and leaves it at the end.
     *
     * @throws IllegalArgumentException if it is anything else
     */
    static List<Outage> read(JsonToken value, JsonParser json) {
        expect(value, JsonToken.START_ARRAY);
        List<Outage> outages = new ArrayList<>(1);
        for (JsonToken each = json.nextToken();
                each != JsonToken.END_ARRAY;
                each = json.nextToken()) {
            expect(each, JsonToken.START_OBJECT);
            outages.add(outage(json));
        }
        return outages;
    }

    private static Outage outage(JsonParser json) {
        Instant from = null;
        Instant until = null;
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "from" -> from = instant(value, json);
                case "until" -> until = instant(value, json);
                default -> json.skipChildren();
            }
        }
        return new Outage(there("from", from), there("until", until));
    }

    private static Instant instant(JsonToken value, JsonParser json) {
        expect(value, JsonToken.VALUE_STRING);
        try {
            return LogTime.parse(json.getString());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(json.getString() + " (" + FORM + ")", e);
        }
    }

    private static Instant there(String name, @Nullable Instant given) {
        if (given == null) {
            throw new IllegalArgumentException(name + ": missing (" + FORM + ")");
        }
        return given;
    }

    private static void expect(@Nullable JsonToken value, JsonToken expected) {
        if (value != expected) {
            throw new IllegalArgumentException(Objects.toString(value) + " (" + FORM + ")");
        }
    }
}
