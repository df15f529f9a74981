package io.gavel.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.BiddingProperties.Outage.Policy;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class BiddingPropertiesTest {

    @Test
    void the_defaults_are_those_that_are_documented() {
        BiddingProperties defaults =
                new Binder(new MapConfigurationPropertySource())
                        .bindOrCreate("gavel", BiddingProperties.class);

        assertThat(defaults)
                .isEqualTo(
                        new BiddingProperties(
                                20_000,
                                100_000,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(1),
                                4,
                                Duration.ofSeconds(30),
                                Duration.ofSeconds(5),
                                Duration.ofMillis(200),
                                Duration.ofMillis(200),
                                Duration.ofSeconds(5),
                                new BiddingProperties.Receipts(null, List.of()),
                                new BiddingProperties.Outage(
                                        Policy.EXTEND,
                                        Duration.ofSeconds(15),
                                        Duration.ofMinutes(10),
                                        Duration.ofHours(24)),
                                new BiddingProperties.Photos(
                                        DataSize.ofMegabytes(5), 8, 200, Duration.ofDays(7))));
    }
}
