package io.gavel.settlement.payment.sandbox;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.gavel.contracts.json.Json;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.ProviderFailure;
import io.gavel.settlement.payment.Sum;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A charge as the sandbox writes it. */
@JsonIgnoreProperties(ignoreUnknown = true)
record SandboxCharge(
        @Nullable String id,
        @Nullable String key,
        long amount,
        @Nullable String currency,
        @Nullable String status,
        @Nullable String reason) {

    /**
     * Reads an answer.
     *
     * @throws ProviderFailure if it says nothing of a charge
     */
    static Outcome outcome(byte[] answer) {
        try {
            return Json.read(answer, SandboxCharge.class).outcome();
        } catch (RuntimeException e) {
            throw ProviderFailure.outage("sandbox: unreadable (expected: a charge)", e);
        }
    }

    private Outcome outcome() {
        return switch (Objects.requireNonNull(status, "status")) {
            case "succeeded" ->
                    new Outcome.Succeeded(
                            Objects.requireNonNull(id, "id"),
                            new Sum(amount, Objects.requireNonNull(currency, "currency")));
            case "declined" -> new Outcome.Declined(reason == null ? "declined" : reason);
            case "pending" -> new Outcome.Pending();
            default -> throw new IllegalArgumentException("status: " + status);
        };
    }
}
