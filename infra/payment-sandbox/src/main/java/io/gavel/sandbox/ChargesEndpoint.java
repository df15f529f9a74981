package io.gavel.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * {@code POST /v1/charges} charges by {@code Idempotency-Key}; {@code GET /v1/charges?key=} finds
 * what became of a key. {@code /v1/refunds} likewise.
 */
final class ChargesEndpoint implements HttpHandler {

    private static final int MOST_KEY_CHARACTERS = 255;

    private final byte[] authorization;
    private final Counter counter;
    private final Holds holds;
    private final WebhookSender webhooks;
    private final Duration slow;

    ChargesEndpoint(SandboxOptions options, Counter counter, Holds holds, WebhookSender webhooks) {
        this.authorization = ("Bearer " + options.apiKey()).getBytes(UTF_8);
        this.counter = counter;
        this.holds = holds;
        this.webhooks = webhooks;
        this.slow = options.slow();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try {
            if (!isAuthorized(exchange)) {
                Exchanges.problem(exchange, 401, "unauthorized", "expected: the API key");
                return;
            }
            switch (exchange.getRequestMethod()) {
                case "POST" -> charge(exchange);
                case "GET" -> find(exchange);
                default -> Exchanges.problem(exchange, 405, "method", "expected: POST or GET");
            }
        } catch (IllegalArgumentException e) {
            Exchanges.problem(exchange, 400, "invalid", String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private boolean isAuthorized(HttpExchange exchange) {
        String header = exchange.getRequestHeaders().getFirst("Authorization");
        return header != null && MessageDigest.isEqual(authorization, header.getBytes(UTF_8));
    }

    private void charge(HttpExchange exchange) throws IOException, InterruptedException {
        String key = key(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
        Charge.Wish wish = Exchanges.body(exchange, Charge.Wish.class);
        check(wish);
        Optional<String> refusal = counter.refusal(key, wish);
        if (refusal.isPresent()) {
            Exchanges.problem(exchange, 422, "refused", refusal.get());
            return;
        }
        Fault fault = counter.fault(key, wish);
        switch (fault) {
            case ERROR -> Exchanges.problem(exchange, 500, "error", "ordered");
            case BUSY -> {
                exchange.getResponseHeaders().set("Retry-After", "1");
                Exchanges.problem(exchange, 429, "busy", "ordered");
            }
            case NO_ANSWER -> {
                holds.hold();
                exchange.close();
            }
            case LATE_CHARGE -> {
                holds.hold();
                take(key, wish, fault);
                exchange.close();
            }
            default -> answer(exchange, take(key, wish, fault), fault);
        }
    }

    private Charges.Taken take(String key, Charge.Wish wish, Fault fault) {
        Charges.Taken taken = counter.book().take(key, wish, fault);
        if (taken instanceof Charges.Taken.New(Charge charge)) {
            webhooks.begun(charge, fault);
        }
        return taken;
    }

    private void answer(HttpExchange exchange, Charges.Taken taken, Fault fault)
            throws IOException, InterruptedException {
        switch (fault) {
            case SLOW -> {
                holds.pause(slow);
                tell(exchange, taken);
            }
            case ERROR_AFTER_CHARGE -> Exchanges.problem(exchange, 500, "error", "ordered");
            case NO_ANSWER_AFTER_CHARGE -> {
                holds.hold();
                exchange.close();
            }
            case CUT_AFTER_CHARGE -> exchange.close();
            case GARBLED_AFTER_CHARGE ->
                    Exchanges.write(exchange, 200, "<html>oops".getBytes(UTF_8));
            default -> tell(exchange, taken);
        }
    }

    private static void tell(HttpExchange exchange, Charges.Taken taken) throws IOException {
        switch (taken) {
            case Charges.Taken.New(Charge charge) -> Exchanges.answer(exchange, 201, charge);
            case Charges.Taken.Known(Charge charge) -> {
                exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
                Exchanges.answer(exchange, 200, charge);
            }
            case Charges.Taken.Conflict() ->
                    Exchanges.problem(
                            exchange,
                            409,
                            "key-reused",
                            "another content (expected: that of the key's first request)");
            case Charges.Taken.Full() ->
                    Exchanges.problem(exchange, 507, "full", "too many charges: start it anew");
        }
    }

    private void find(HttpExchange exchange) throws IOException, InterruptedException {
        String query = exchange.getRequestURI().getRawQuery();
        if (query == null || !query.startsWith("key=")) {
            throw new IllegalArgumentException("query: nothing (expected: key=…)");
        }
        String key = key(URLDecoder.decode(query.substring("key=".length()), UTF_8));
        switch (counter.faults().ofFind()) {
            case ERROR -> Exchanges.problem(exchange, 500, "error", "ordered");
            case NO_ANSWER -> {
                holds.hold();
                exchange.close();
            }
            case GARBLED_AFTER_CHARGE ->
                    Exchanges.write(exchange, 200, "<html>oops".getBytes(UTF_8));
            default -> {
                var found = counter.book().find(key);
                if (found.isPresent()) {
                    Exchanges.answer(exchange, 200, found.get());
                } else {
                    Exchanges.problem(exchange, 404, "not-found", "no charge has this key");
                }
            }
        }
    }

    private static String key(@Nullable String text) {
        if (text == null || text.isBlank() || text.length() > MOST_KEY_CHARACTERS) {
            throw new IllegalArgumentException("key: none or too long (expected: 1 to 255)");
        }
        return text;
    }

    private static void check(Charge.Wish wish) {
        if (wish.amount() <= 0) {
            throw new IllegalArgumentException(
                    "amount: " + wish.amount() + " (expected: more than 0)");
        }
        if (wish.currency() == null || !wish.currency().matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency: (expected: three capitals)");
        }
        if (wish.payer() == null || wish.lot() == null) {
            throw new IllegalArgumentException("payer, lot: missing (expected: both)");
        }
    }
}
