package io.gavel.settlement.sellerhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.settlement.payment.Secret;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class SellerHookPropertiesTest {

    @Test
    void the_defaults_are_those_of_the_javadoc() {
        assertThat(bound(Map.of()))
                .isEqualTo(
                        new SellerHookProperties(
                                List.of(),
                                5,
                                Set.of(443),
                                false,
                                List.of(),
                                Duration.ofSeconds(3),
                                Duration.ofSeconds(15),
                                Duration.ofDays(1),
                                Duration.ofDays(5)));
    }

    @Test
    void keys_come_one_after_the_other_and_are_not_shown() {
        SellerHookProperties properties = bound(Map.of("gavel.webhook.keys", "bmV3,b2xk"));

        assertThat(properties.keys()).extracting(Secret::value).containsExactly("bmV3", "b2xk");
        assertThat(properties.toString()).doesNotContain("bmV3", "b2xk");
    }

    private static SellerHookProperties bound(Map<String, String> set) {
        return new Binder(new MapConfigurationPropertySource(set))
                .bindOrCreate("gavel.webhook", SellerHookProperties.class);
    }
}
