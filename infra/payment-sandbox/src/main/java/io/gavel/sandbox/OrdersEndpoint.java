package io.gavel.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What whoever tries things out may order, without a key: {@code /admin/faults} (POST, DELETE),
 * {@code /admin/release} (POST), {@code /admin/settle} (POST), {@code /admin/charges} and {@code
 * /admin/refunds} (GET).
 */
final class OrdersEndpoint implements HttpHandler {

    /**
     * An order of faults.
     *
     * @param on {@code charge} (default), {@code find} or {@code refund}
     * @param times how many requests meet it, 1 to 1,000; default 1
     */
    record Order(Fault fault, @Nullable String on, @Nullable Integer times) {}

    /** What is to become of a pending charge: {@code succeeded} or {@code declined}. */
    record Settlement(String key, String status) {}

    private final Charges charges;
    private final Charges refunds;
    private final Faults faults;
    private final Holds holds;
    private final WebhookSender webhooks;

    OrdersEndpoint(
            Charges charges, Charges refunds, Faults faults, Holds holds, WebhookSender webhooks) {
        this.charges = charges;
        this.refunds = refunds;
        this.faults = faults;
        this.holds = holds;
        this.webhooks = webhooks;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String call = exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        try {
            switch (call) {
                case "POST /admin/faults" -> order(exchange);
                case "DELETE /admin/faults" -> {
                    faults.clear();
                    Exchanges.write(exchange, 204, new byte[0]);
                }
                case "POST /admin/release" ->
                        Exchanges.answer(exchange, 200, Map.of("released", holds.release()));
                case "POST /admin/settle" -> settle(exchange);
                case "GET /admin/charges" -> Exchanges.answer(exchange, 200, charges.all());
                case "GET /admin/refunds" -> Exchanges.answer(exchange, 200, refunds.all());
                default -> Exchanges.problem(exchange, 404, "not-found", "no such call");
            }
        } catch (IllegalArgumentException e) {
            Exchanges.problem(exchange, 400, "invalid", String.valueOf(e.getMessage()));
        }
    }

    private void order(HttpExchange exchange) throws IOException {
        Order order = Exchanges.body(exchange, Order.class);
        int times = Optional.ofNullable(order.times()).orElse(1);
        if (order.fault() == null || times < 1 || times > Faults.MOST) {
            throw new IllegalArgumentException(
                    "fault and times: (expected: a fault, 1 to " + Faults.MOST + ")");
        }
        faults.order(operation(order.on()), order.fault(), times);
        Exchanges.write(exchange, 204, new byte[0]);
    }

    private static Faults.Operation operation(@Nullable String on) {
        return switch (on) {
            case null -> Faults.Operation.CHARGE;
            case "charge" -> Faults.Operation.CHARGE;
            case "find" -> Faults.Operation.FIND;
            case "refund" -> Faults.Operation.REFUND;
            default ->
                    throw new IllegalArgumentException(
                            "on: " + on + " (expected: charge, find or refund)");
        };
    }

    private void settle(HttpExchange exchange) throws IOException {
        Settlement settlement = Exchanges.body(exchange, Settlement.class);
        var settled =
                charges.settle(settlement.key(), status(settlement.status()))
                        .or(() -> refunds.settle(settlement.key(), status(settlement.status())));
        settled.ifPresent(webhooks::settled);
        if (settled.isPresent()) {
            Exchanges.answer(exchange, 200, settled.get());
        } else {
            Exchanges.problem(
                    exchange,
                    409,
                    "not-pending",
                    "expected: the key of a pending charge or refund");
        }
    }

    private static Charge.Status status(String word) {
        return switch (String.valueOf(word).toLowerCase(Locale.ROOT)) {
            case "succeeded" -> Charge.Status.SUCCEEDED;
            case "declined" -> Charge.Status.DECLINED;
            default ->
                    throw new IllegalArgumentException(
                            "status: " + word + " (expected: succeeded or declined)");
        };
    }
}
