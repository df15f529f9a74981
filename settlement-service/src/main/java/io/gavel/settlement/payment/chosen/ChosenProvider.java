package io.gavel.settlement.payment.chosen;

import static java.util.Objects.requireNonNull;

import io.gavel.settlement.payment.PaymentProperties;
import io.gavel.settlement.payment.PaymentProvider;
import io.gavel.settlement.payment.WebhookReader;
import io.gavel.settlement.payment.WhenPaid;
import io.gavel.settlement.payment.guard.GuardedProvider;
import io.gavel.settlement.payment.guard.Guards;
import io.gavel.settlement.payment.sandbox.SandboxProvider;
import io.gavel.settlement.payment.sandbox.SandboxWebhooks;
import io.gavel.settlement.payment.stripe.StripeProvider;
import io.gavel.settlement.payment.stripe.StripeWebhooks;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.Locale;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** The provider that is set, behind its guard. */
@Configuration(proxyBeanMethods = false)
@Conditional(WhenPaid.class)
class ChosenProvider {

    /** The raw one; Spring closes it at the end. */
    record Raw(PaymentProvider provider) implements AutoCloseable {
        @Override
        public void close() {
            switch (provider) {
                case SandboxProvider sandbox -> sandbox.close();
                case StripeProvider stripe -> stripe.close();
                default -> {}
            }
        }
    }

    @Bean
    Raw rawProvider(PaymentProperties properties) {
        PaymentProperties.Guard guard = properties.guard();
        return switch (properties.provider()) {
            case NONE -> throw unreachable();
            case SANDBOX ->
                    new Raw(
                            new SandboxProvider(
                                    properties.sandbox().baseUrl(),
                                    requireNonNull(properties.sandbox().apiKey()),
                                    guard.concurrent(),
                                    guard.timeLimit()));
            case STRIPE ->
                    new Raw(
                            new StripeProvider(
                                    properties.stripe().baseUrl(),
                                    requireNonNull(properties.stripe().secretKey()),
                                    guard.concurrent(),
                                    guard.timeLimit()));
        };
    }

    @Bean
    PaymentProvider paymentProvider(Raw raw, PaymentProperties properties, MeterRegistry meters) {
        String name = properties.provider().name().toLowerCase(Locale.ROOT);
        return new GuardedProvider(
                raw.provider(), Guards.of(name, properties.guard(), meters), meters);
    }

    @Bean
    WebhookReader webhookReader(PaymentProperties properties, InstantSource clock) {
        return switch (properties.provider()) {
            case NONE -> throw unreachable();
            case SANDBOX ->
                    new SandboxWebhooks(
                            requireNonNull(properties.sandbox().webhookSecret()),
                            properties.webhookTolerance(),
                            clock);
            case STRIPE ->
                    new StripeWebhooks(
                            requireNonNull(properties.stripe().webhookSecret()),
                            properties.webhookTolerance(),
                            clock);
        };
    }

    private static IllegalStateException unreachable() {
        return new IllegalStateException("provider: none (expected: one)");
    }
}
