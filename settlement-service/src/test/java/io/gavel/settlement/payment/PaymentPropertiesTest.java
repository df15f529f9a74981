package io.gavel.settlement.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.util.unit.DataSize;

@ExtendWith(OutputCaptureExtension.class)
class PaymentPropertiesTest {

    private static final String[] STRIPE = {
        "gavel.payment.provider=stripe",
        "gavel.payment.stripe.secret-key=sk_live_hush",
        "gavel.payment.stripe.webhook-secret=whsec_hush"
    };

    private final ApplicationContextRunner application =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(Properties.class);

    @Test
    void theDefaultsAreThoseOfTheJavadoc() {
        application.run(context ->
                assertThat(context.getBean(PaymentProperties.class))
                        .isEqualTo(
                                new PaymentProperties(
                                        PaymentProperties.Provider.NONE,
                                        Duration.ofMinutes(5),
                                        DataSize.ofKilobytes(64),
                                        new PaymentProperties.Guard(
                                                Duration.ofSeconds(10),
                                                3,
                                                Duration.ofMillis(200),
                                                Duration.ofSeconds(2),
                                                16,
                                                20,
                                                10,
                                                50,
                                                Duration.ofSeconds(30)),
                                        new PaymentProperties.Looks(
                                                Duration.ofMillis(500),
                                                Duration.ofSeconds(2),
                                                Duration.ofMinutes(15),
                                                300),
                                        new PaymentProperties.Sandbox(
                                                URI.create("http://localhost:8090"), null, null),
                                        new PaymentProperties.Stripe(
                                                URI.create("https://api.stripe.com"),
                                                null,
                                                null))));
    }

    @Test
    void theSecretsOfAProviderAreReadAndNotShown() {
        application
                .withPropertyValues(STRIPE)
                .run(context -> {
                    PaymentProperties properties = context.getBean(PaymentProperties.class);

                    assertThat(properties.stripe().secretKey())
                            .isEqualTo(new Secret("sk_live_hush"));
                    assertThat(properties.toString()).doesNotContain("hush");
                });
    }

    /** The names that the sandbox prints. */
    @Test
    void theEnvironmentSaysItInCapitals() {
        application
                .withInitializer(context ->
                        context.getEnvironment()
                                .getPropertySources()
                                .addFirst(
                                        new SystemEnvironmentPropertySource(
                                                "test-systemEnvironment",
                                                Map.of(
                                                        "GAVEL_PAYMENT_PROVIDER", "sandbox",
                                                        "GAVEL_PAYMENT_SANDBOX_BASE_URL",
                                                                "http://localhost:1",
                                                        "GAVEL_PAYMENT_SANDBOX_API_KEY", "key",
                                                        "GAVEL_PAYMENT_SANDBOX_WEBHOOK_SECRET",
                                                                "whsec_c2VjcmV0"))))
                .run(context ->
                        assertThat(context.getBean(PaymentProperties.class).sandbox())
                                .isEqualTo(
                                        new PaymentProperties.Sandbox(
                                                URI.create("http://localhost:1"),
                                                new Secret("key"),
                                                new Secret("whsec_c2VjcmV0"))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gavel.payment.provider=paypal",
                "gavel.payment.webhook-tolerance=0s",
                "gavel.payment.webhook-tolerance=2h",
                "gavel.payment.webhook-max-body=0B",
                "gavel.payment.webhook-max-body=2MB",
                "gavel.payment.guard.time-limit=0s",
                "gavel.payment.guard.attempts=0",
                "gavel.payment.guard.attempts=11",
                "gavel.payment.guard.first-retry=3s",
                "gavel.payment.guard.concurrent=0",
                "gavel.payment.guard.failure-percent=101",
                "gavel.payment.looks.first-wait=1h",
                "gavel.payment.looks.most=0",
                "gavel.payment.sandbox.webhook-secret=",
                "gavel.payment.stripe.base-url=http://api.stripe.com",
                "gavel.payment.stripe.secret-key=file:/nowhere",
                "gavel.payment.stripe.secret-key= ",
            })
    void aSettingOutOfItsBoundsStopsTheStartAndTellsNoSecret(
            String setting, CapturedOutput output) {
        application
                .withPropertyValues(STRIPE)
                .withPropertyValues(provider(setting))
                .run(context -> {
                    assertThat(context).hasFailed();
                    assertThat(trace(context.getStartupFailure())).doesNotContain("hush");
                });
        assertThat(output.getAll()).doesNotContain("hush");
    }

    /** An incomplete sandbox is one too. */
    private static String[] provider(String setting) {
        return setting.contains("sandbox")
                ? new String[] {"gavel.payment.provider=sandbox", setting}
                : new String[] {setting};
    }

    private static String trace(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    @EnableConfigurationProperties(PaymentProperties.class)
    static class Properties {}
}
