package io.gavel.settlement.payment.chosen;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.sandbox.PaymentSandbox;
import io.gavel.settlement.payment.OnStage;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentProperties;
import io.gavel.settlement.payment.PaymentProvider;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.WebhookReader;
import io.gavel.settlement.payment.stripe.StripeDouble;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class ChosenProviderTest {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ApplicationContextRunner application =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withBean(SimpleMeterRegistry.class)
                    .withBean(InstantSource.class, InstantSource::system)
                    .withUserConfiguration(Properties.class, ChosenProvider.class);

    @ParameterizedTest
    @ValueSource(strings = {"gavel.some=thing", "gavel.payment.provider=none"})
    void unlessOneIsSetThereIsNone(String setting) {
        application
                .withPropertyValues(setting)
                .run(context ->
                        assertThat(context)
                                .hasNotFailed()
                                .doesNotHaveBean(PaymentProvider.class)
                                .doesNotHaveBean(WebhookReader.class));
    }

    @Test
    void theSandboxChargesAndSignsItsWebhooks() {
        try (PaymentSandbox sandbox = OnStage.sandbox()) {
            application
                    .withPropertyValues(
                            "gavel.payment.provider=SANDBOX",
                            "gavel.payment.sandbox.base-url=" + sandbox.uri(),
                            "gavel.payment.sandbox.api-key=" + OnStage.API_KEY.value(),
                            "gavel.payment.sandbox.webhook-secret="
                                    + OnStage.WEBHOOK_SECRET.value())
                    .run(context -> {
                        assertThat(charge(context.getBean(PaymentProvider.class)))
                                .isInstanceOf(Outcome.Succeeded.class);
                        assertThat(context.getBean(WebhookReader.class).provider())
                                .isEqualTo("sandbox");
                        assertThat(sandbox.charges()).hasSize(1);
                    });
        }
    }

    @Test
    void stripeThatDoesNotAnswerAfterChargingIsAskedAgainAndChargesOnce() {
        PaymentRequest request = OnStage.request("alice");
        try (StripeDouble stripe = new StripeDouble()) {
            stripe.holdAfterCreating();
            application
                    .withPropertyValues(
                            "gavel.payment.provider=stripe",
                            "gavel.payment.guard.time-limit=500ms",
                            "gavel.payment.guard.attempts=10",
                            "gavel.payment.guard.first-retry=10ms",
                            "gavel.payment.stripe.base-url=" + stripe.uri(),
                            "gavel.payment.stripe.secret-key=sk_test",
                            "gavel.payment.stripe.webhook-secret=whsec_test")
                    .run(context -> {
                        PaymentProvider provider = context.getBean(PaymentProvider.class);

                        assertThat(provider.charge(request).block(LIMIT))
                                .isEqualTo(new Outcome.Succeeded("pi_1", request.sum()));
                        assertThat(stripe.intents(request.key().value())).hasSize(1);
                        assertThat(timeouts(context.getBean(SimpleMeterRegistry.class)))
                                .isPositive();
                        assertThat(context.getBean(WebhookReader.class).provider())
                                .isEqualTo("stripe");
                    });
        }
    }

    private static Outcome charge(PaymentProvider provider) {
        return requireNonNull(provider.charge(OnStage.request("alice")).block(LIMIT));
    }

    private static double timeouts(SimpleMeterRegistry meters) {
        return meters.get("resilience4j.timelimiter.calls").tag("kind", "timeout").counter().count()
                + meters.get("resilience4j.retry.calls")
                        .tag("kind", "successful_with_retry")
                        .functionCounter()
                        .count();
    }

    @EnableConfigurationProperties(PaymentProperties.class)
    static class Properties {}
}
