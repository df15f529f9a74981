package io.gavel.gateway.tail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.GatewayProperties;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.mock.env.MockEnvironment;

class TailsTest {

    private static final LotId LOT = new LotId(UUID.randomUUID());
    private static final Duration DEADLINE = Duration.ofSeconds(10);

    private final Tails tails =
            new Tails(
                    new DefaultKafkaConsumerFactory<>(Map.of()),
                    new SimpleMeterRegistry(),
                    Binder.get(new MockEnvironment().withProperty("gavel.tail.patience", "20ms"))
                            .bindOrCreate("gavel", GatewayProperties.class));

    /** It has not been started, as if its broker was away. */
    private final TopicTail sales =
            tails.follow(Topics.SALES.topic(), () -> new Needed.Lots(List.of()), _ -> {});

    @Test
    void nobody_waits_for_his_partition_for_ever() {
        assertThatThrownBy(() -> tails.following(LOT, Topics.SALES).block(DEADLINE))
                .hasMessage("not followed yet (expected: within PT0.02S)");
        assertThatThrownBy(() -> tails.followingAll(Topics.SALES).block(DEADLINE))
                .hasMessage("not followed yet (expected: within PT0.02S)");
    }

    @Test
    void one_waits_for_the_topics_he_names_only() {
        tails.following(LOT, Topics.DECISIONS).block(DEADLINE);
        assertThat(sales.partitions().wanted().partitions()).isEmpty();
        assertThat(tails.behind()).containsExactly(Topics.SALES.topic());
    }
}
