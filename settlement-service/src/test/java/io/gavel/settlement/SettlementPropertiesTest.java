package io.gavel.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
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
                                        Duration.ofSeconds(15),
                                        new SettlementProperties.Conditions(
                                                Duration.ofDays(3),
                                                Duration.ofDays(1),
                                                Duration.ofDays(1),
                                                5,
                                                List.of(),
                                                BigDecimal.TEN,
                                                List.of(),
                                                Duration.ofSeconds(1),
                                                100,
                                                3))));
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
                "gavel.send-timeout=soon",
                "gavel.sale.pay-within=0s",
                "gavel.sale.grace=-1s",
                "gavel.sale.offer-for=400d",
                "gavel.sale.attempts=0",
                "gavel.sale.commission=100.5",
                "gavel.sale.premium[0].percent=-1",
                "gavel.sale.premium[0].up-to=5",
                "gavel.sale.taxes[0].percent=19",
                "gavel.sale.taxes[0].on=shipping",
                "gavel.sale.deadline-pause=1h",
                "gavel.sale.deadline-batch=0",
                "gavel.sale.strikes-to-suspend=0"
            })
    void aSettingOutOfItsBoundsStopsTheStart(String setting) {
        application.withPropertyValues(setting).run(context -> assertThat(context).hasFailed());
    }

    @EnableConfigurationProperties(SettlementProperties.class)
    static class Properties {}
}
