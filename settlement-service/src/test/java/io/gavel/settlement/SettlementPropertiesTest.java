package io.gavel.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.validation.autoconfigure.ValidationAutoConfiguration;

class SettlementPropertiesTest {

    private final ApplicationContextRunner application =
            new ApplicationContextRunner()
                    .withConfiguration(AutoConfigurations.of(ValidationAutoConfiguration.class))
                    .withUserConfiguration(Properties.class);

    @Test
    void theDefaultsAreThoseOfTheJavadoc() {
        application.run(context ->
                assertThat(context.getBean(SettlementProperties.class))
                        .isEqualTo(
                                new SettlementProperties(
                                        Duration.ofMillis(100),
                                        500,
                                        Duration.ofMillis(250),
                                        Duration.ofSeconds(5),
                                        Duration.ofMillis(100),
                                        500,
                                        Duration.ofMillis(200),
                                        Duration.ofSeconds(5),
                                        Duration.ofSeconds(10),
                                        Duration.ofSeconds(15))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "gavel.closing-pause=0s",
                "gavel.closing-pause=2s",
                "gavel.closing-batch=0",
                "gavel.closing-batch=10001",
                "gavel.closing-retry=-1s",
                "gavel.closing-max-retry=1h",
                "gavel.publish-pause=1m",
                "gavel.publish-batch=-5",
                "gavel.outage-retry=0s",
                "gavel.outage-max-retry=1h",
                "gavel.database-timeout=0s",
                "gavel.send-timeout=1h",
                "gavel.send-timeout=soon"
            })
    void aSettingOutOfItsBoundsStopsTheStart(String setting) {
        application.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties(SettlementProperties.class)
    static class Properties {}
}
