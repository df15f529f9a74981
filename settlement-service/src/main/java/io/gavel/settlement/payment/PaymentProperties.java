package io.gavel.settlement.payment;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/**
 * What can be set, under {@code gavel.payment}.
 *
 * @param provider who collects: {@code none}, {@code sandbox} or {@code stripe}. Default {@code
 *     none}: nothing is collected and no webhook is taken.
 * @param webhookTolerance how far a webhook's timestamp may be from the time here. Default 5 min.
 * @param webhookMaxBody the largest webhook that is read. Default 64 KB.
 */
@Validated
@ConfigurationProperties("gavel.payment")
public record PaymentProperties(
        @DefaultValue("none") Provider provider,
        @DefaultValue("5m") @DurationMin(seconds = 1) @DurationMax(hours = 1)
                Duration webhookTolerance,
        @DefaultValue("64KB") DataSize webhookMaxBody,
        @DefaultValue @Valid Guard guard,
        @DefaultValue @Valid Looks looks,
        @DefaultValue @Valid Sandbox sandbox,
        @DefaultValue @Valid Stripe stripe) {

    private static final DataSize LARGEST_BODY = DataSize.ofMegabytes(1);

    /** Who collects. */
    public enum Provider {
        NONE,
        SANDBOX,
        STRIPE
    }

    /**
     * What a call to the provider may take, under {@code gavel.payment.guard}.
     *
     * @param timeLimit how long one attempt may take. Default 10 s.
     * @param attempts how often one call is tried at most, under the same key. Default 3.
     * @param firstRetry how long to wait before the second attempt; about twice as long before each
     *     further one, give or take half. Default 200 ms.
     * @param longestRetry the longest such wait. Default 2 s.
     * @param concurrent how many calls may be under way at once. Default 16.
     * @param sampleCalls how many of the last calls the circuit breaker looks at. Default 20.
     * @param leastCalls how many it must have seen before it opens. Default 10.
     * @param failurePercent how many of them in a hundred must have failed. Default 50.
     * @param openFor how long nothing is asked once it is open. Default 30 s.
     */
    public record Guard(
            @DefaultValue("10s") @DurationMin(millis = 10) @DurationMax(minutes = 1)
                    Duration timeLimit,
            @DefaultValue("3") @Min(1) @Max(10) int attempts,
            @DefaultValue("200ms") @DurationMin(millis = 1) @DurationMax(seconds = 10)
                    Duration firstRetry,
            @DefaultValue("2s") @DurationMin(millis = 1) @DurationMax(minutes = 1)
                    Duration longestRetry,
            @DefaultValue("16") @Min(1) @Max(256) int concurrent,
            @DefaultValue("20") @Min(1) @Max(1_000) int sampleCalls,
            @DefaultValue("10") @Min(1) @Max(1_000) int leastCalls,
            @DefaultValue("50") @Min(1) @Max(100) int failurePercent,
            @DefaultValue("30s") @DurationMin(millis = 1) @DurationMax(minutes = 10)
                    Duration openFor) {

        @AssertTrue(message = "expected: first-retry <= longest-retry")
        boolean isGrowing() {
            return firstRetry.compareTo(longestRetry) <= 0;
        }

        /** The longest one call can take, with all its attempts and waits. */
        public Duration longestCall() {
            return timeLimit.plus(longestRetry.multipliedBy(2)).multipliedBy(attempts);
        }
    }

    /**
     * How a payment is looked after until it is known what became of it, under {@code
     * gavel.payment.looks}.
     *
     * @param pause how long to wait between two searches for payments to look at. Default 500 ms.
     * @param firstWait how long after the first look the second follows; each further wait is twice
     *     as long. Default 2 s.
     * @param longestWait the longest such wait. Default 15 min.
     * @param most how many looks there are at most before an operator is told. Default 300, which
     *     are about three days.
     */
    public record Looks(
            @DefaultValue("500ms") @DurationMin(millis = 1) @DurationMax(minutes = 1)
                    Duration pause,
            @DefaultValue("2s") @DurationMin(millis = 1) @DurationMax(hours = 1) Duration firstWait,
            @DefaultValue("15m") @DurationMin(millis = 1) @DurationMax(days = 1)
                    Duration longestWait,
            @DefaultValue("300") @Min(1) @Max(100_000) int most) {

        @AssertTrue(message = "expected: first-wait <= longest-wait")
        boolean isGrowing() {
            return firstWait.compareTo(longestWait) <= 0;
        }
    }

    /**
     * The provider that moves no money, under {@code gavel.payment.sandbox}.
     *
     * @param baseUrl where it is. Default {@code http://localhost:8090}.
     * @param apiKey what it asks for; needed if it is used
     * @param webhookSecret what its webhooks are signed with, {@code whsec_…}; needed if it is used
     */
    public record Sandbox(
            @DefaultValue("http://localhost:8090") URI baseUrl,
            @Nullable Secret apiKey,
            @Nullable Secret webhookSecret) {}

    /**
     * Stripe, under {@code gavel.payment.stripe}. The secrets come from the environment or from
     * files ({@code file:…}).
     *
     * @param baseUrl where it is. Default {@code https://api.stripe.com}.
     * @param secretKey {@code sk_…} or {@code rk_…}; needed if it is used
     * @param webhookSecret what its webhooks are signed with, {@code whsec_…}; needed if it is used
     */
    public record Stripe(
            @DefaultValue("https://api.stripe.com") URI baseUrl,
            @Nullable Secret secretKey,
            @Nullable Secret webhookSecret) {

        private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

        @AssertTrue(message = "base-url (expected: https, unless on this machine)")
        boolean isConfidential() {
            return "https".equals(baseUrl.getScheme())
                    || ("http".equals(baseUrl.getScheme())
                            && THIS_MACHINE.contains(String.valueOf(baseUrl.getHost())));
        }
    }

    @AssertTrue(message = "webhook-max-body (expected: 1 byte to 1 MB)")
    boolean isBodyBounded() {
        return webhookMaxBody.toBytes() > 0 && webhookMaxBody.compareTo(LARGEST_BODY) <= 0;
    }

    @AssertTrue(message = "the provider's key and webhook-secret (expected: both)")
    boolean isComplete() {
        return switch (provider) {
            case NONE -> true;
            case SANDBOX -> isGiven(sandbox.apiKey()) && isGiven(sandbox.webhookSecret());
            case STRIPE -> isGiven(stripe.secretKey()) && isGiven(stripe.webhookSecret());
        };
    }

    private static boolean isGiven(@Nullable Secret secret) {
        return secret != null && !secret.value().isBlank();
    }
}
