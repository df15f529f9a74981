package io.gavel.bidding.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;

class HomesTest {

    private static final int PARTITIONS = 16;

    @Test
    void the_log_is_asked_once_and_not_before_the_start() {
        AtomicInteger asked = new AtomicInteger();
        Homes homes =
                new Homes(() -> {
                    asked.incrementAndGet();
                    return PARTITIONS;
                });
        assertThat(homes.isRunning()).isFalse();
        assertThat(asked).hasValue(0);

        homes.start();
        homes.of(new byte[] {1});

        assertThat(homes.isRunning()).isTrue();
        assertThat(homes.isAutoStartup()).isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_lot_is_where_producers_put_it() {
        Homes homes = new Homes(() -> PARTITIONS);
        homes.start();
        for (int i = 0; i < 100; i++) {
            byte[] key = ("lot " + i).getBytes(StandardCharsets.US_ASCII);
            assertThat(homes.of(key))
                    .isEqualTo(BuiltInPartitioner.partitionForKey(key, PARTITIONS));
        }
    }
}
