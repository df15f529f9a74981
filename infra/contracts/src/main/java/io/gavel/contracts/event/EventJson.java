package io.gavel.contracts.event;

import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import io.gavel.contracts.lot.Rules;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;

/**
 * Writes an event's bytes. They are written once, when the event is decided; afterwards everybody
 * hands on these very bytes, since their hash is the next event's {@code prev}.
 */
public final class EventJson {

    private static final int TYPICAL_BYTES = 512;

    private EventJson() {}

    public static byte[] write(PublicEvent event) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(TYPICAL_BYTES);
        try (JsonGenerator json = Json.MAPPER.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringProperty("lot", event.lot().toString());
            json.writeNumberProperty("version", event.version());
            json.writeStringProperty("at", Instants.format(event.at()));
            json.writeNumberProperty("offset", event.offset());
            json.writeStringProperty("type", event.what().type());
            happening(json, event.what());
            after(json, event.after());
            json.writeStringProperty("prev", event.prev().hex());
            json.writeEndObject();
        }
        return bytes.toByteArray();
    }

    /**
     * The hash that {@code rulesHash} holds: of the bytes of {@code rules} as they stand in the
     * event.
     */
    public static Sha256 hashOf(Rules rules) {
        return Sha256.of(Json.bytes(rules));
    }

    private static void happening(JsonGenerator json, Happening what) {
        switch (what) {
            case Happening.Listed listed -> listed(json, listed);
            case Happening.Bid(Paddle paddle, Money amount) -> bid(json, paddle, amount);
            case Happening.AutoBid(Paddle paddle, Money amount) -> bid(json, paddle, amount);
            case Happening.Extended(String reason) -> json.writeStringProperty("reason", reason);
            case Happening.Closed closed -> closed(json, closed);
            case Happening.Opened(), Happening.ReserveMet() -> {}
        }
    }

    private static void listed(JsonGenerator json, Happening.Listed listed) {
        json.writeStringProperty("seller", listed.seller().value());
        json.writeStringProperty("title", listed.title());
        json.writeStringProperty("description", listed.description());
        json.writeName("rules");
        json.writeRawValue(new String(Json.bytes(listed.rules()), StandardCharsets.UTF_8));
        json.writeStringProperty("rulesHash", listed.rulesHash().hex());
    }

    private static void bid(JsonGenerator json, Paddle paddle, Money amount) {
        json.writeNumberProperty("paddle", paddle.number());
        json.writeNumberProperty("amount", amount.minor());
    }

    private static void closed(JsonGenerator json, Happening.Closed closed) {
        json.writeStringProperty("outcome", closed.outcome().word());
        Money hammer = closed.hammer();
        if (hammer != null) {
            json.writeNumberProperty("hammer", hammer.minor());
        }
        if (closed.winner() != null) {
            numberOrNull(json, "winner", closed.winner());
        }
    }

    private static void after(JsonGenerator json, PublicState after) {
        json.writeStringProperty("status", after.status().word());
        json.writeNumberProperty("price", after.price().minor());
        numberOrNull(json, "leader", after.leader());
        json.writeNumberProperty("next", after.next().minor());
        json.writeNumberProperty("bids", after.bids());
        json.writeStringProperty("closesAt", Instants.format(after.closesAt()));
        json.writeStringProperty("reserve", after.reserve().word());
    }

    private static void numberOrNull(JsonGenerator json, String name, @Nullable Paddle paddle) {
        if (paddle == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, paddle.number());
        }
    }
}
