package io.gavel.settlement.sellerhook;

import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.settlement.outbox.Deliveries;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Endpoints and deliveries as their seller sees them. */
final class HookView {

    private HookView() {}

    static byte[] hook(SellerHook hook, @Nullable SigningSecret secret) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        write(json, hook);
        if (secret != null) {
            json.put("secret", secret.text());
        }
        return Json.bytes(json);
    }

    static byte[] hooks(List<SellerHook> hooks) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode items = json.putArray("items");
        hooks.forEach(hook -> write(items.addObject(), hook));
        return Json.bytes(json);
    }

    private static void write(ObjectNode json, SellerHook hook) {
        json.put("id", hook.id().toString()).put("url", hook.url());
        ArrayNode events = json.putArray("events");
        hook.events().forEach(events::add);
        json.put("state", hook.state().word()).put("createdAt", Instants.format(hook.createdAt()));
        instant(json, "failingSince", hook.failingSince());
        instant(json, "oldSecretUntil", hook.oldSecretUntil());
    }

    static byte[] deliveries(List<Deliveries.Delivery> page, @Nullable String cursor) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode items = json.putArray("items");
        for (Deliveries.Delivery delivery : page) {
            ObjectNode item = items.addObject();
            item.put("id", delivery.id().toString())
                    .put("webhookId", HookTransport.publicId(delivery.id()))
                    .put("type", delivery.what())
                    .put("state", delivery.state())
                    .put("at", Instants.format(delivery.madeAt()));
            instant(item, "next", delivery.next());
            ArrayNode attempts = item.putArray("attempts");
            for (Deliveries.Attempt attempt : delivery.attempts()) {
                attempts.addObject()
                        .put("at", Instants.format(attempt.at()))
                        .put("outcome", attempt.outcome())
                        .put("tookMillis", attempt.tookMillis());
            }
        }
        json.put("cursor", cursor);
        return Json.bytes(json);
    }

    private static void instant(ObjectNode json, String name, @Nullable Instant instant) {
        if (instant != null) {
            json.put(name, Instants.format(instant));
        }
    }
}
