package io.gavel.settlement.payment.stripe;

import io.gavel.settlement.payment.stripe.StripeDouble.Answer;
import io.gavel.settlement.payment.stripe.StripeDouble.Intent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Stripe's refunds: never more than was collected, and one answer for an idempotency key. It keeps
 * them in the state that it is told to.
 */
final class RefundsDouble {

    record Made(String id, String intent, String key, String amount, String status) {
        String json() {
            return """
            {"id":"%s","object":"refund","amount":%s,"currency":"eur","payment_intent":"%s",
             "status":"%s","failure_reason":%s,"metadata":{"gavel_key":"%s"}}
            """
                    .formatted(
                            id,
                            amount,
                            intent,
                            status,
                            status.equals("failed") ? "\"lost_or_stolen_card\"" : "null",
                            key);
        }
    }

    private final Map<String, Made> byKey = new LinkedHashMap<>();
    private String next = "succeeded";
    private int errors;

    /** What becomes of the next refunds. */
    void become(String status) {
        next = status;
    }

    /** The next refunds fail after they were made. */
    void failAfterMaking(int times) {
        errors = times;
    }

    List<Made> made() {
        return List.copyOf(byKey.values());
    }

    Answer create(String key, Map<String, String> form, Map<String, Intent> intents) {
        Made known = byKey.get(key);
        if (known != null) {
            return new Answer(200, known.json());
        }
        String intent = form.get("payment_intent");
        if (!intents.containsKey(intent)) {
            return error(404, "resource_missing");
        }
        if (byKey.values().stream()
                .anyMatch(
                        made -> made.intent().equals(intent) && !made.status().equals("failed"))) {
            return error(400, "charge_already_refunded");
        }
        Made made =
                new Made(
                        "re_" + (byKey.size() + 1),
                        intent,
                        form.getOrDefault("metadata[gavel_key]", ""),
                        form.get("amount"),
                        next);
        byKey.put(key, made);
        return errors-- > 0 ? error(500, "api_error") : new Answer(200, made.json());
    }

    private static Answer error(int status, String code) {
        return new Answer(status, "{\"error\":{\"type\":\"api_error\",\"code\":\"" + code + "\"}}");
    }

    Answer of(String intent) {
        return new Answer(
                200,
                "{\"object\":\"list\",\"url\":\"/\",\"has_more\":false,\"data\":["
                        + byKey.values().stream()
                                .filter(made -> made.intent().equals(intent))
                                .map(Made::json)
                                .collect(Collectors.joining(","))
                        + "]}");
    }
}
