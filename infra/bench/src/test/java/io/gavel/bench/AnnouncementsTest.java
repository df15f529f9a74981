package io.gavel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.topic.Headers;
import io.gavel.contracts.topic.Topics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AnnouncementsTest {

    private static final TopicPartition EVENTS = new TopicPartition(Topics.LOT_EVENTS.topic(), 0);
    private static final TopicPartition SALES = new TopicPartition(Topics.SALES.topic(), 0);

    private final UUID lot = UUID.randomUUID();
    private final MockConsumer<byte[], byte[]> told = new MockConsumer<>("earliest");
    private long offset;

    @BeforeEach
    void follow() {
        told.assign(List.of(EVENTS, SALES));
        told.updateBeginningOffsets(Map.of(EVENTS, 0L, SALES, 0L));
    }

    @Test
    void each_lot_is_timed_from_its_end_to_its_closing_and_from_there_to_its_sale() {
        tell(EVENTS, "bid");
        tell(EVENTS, "closed");
        tell(SALES, null);
        Announcements announcements = ending(Instant.now().minusSeconds(3));

        announcements.await(told, () -> {});

        assertThat(announcements.closed().getTotalCount()).isEqualTo(1);
        assertThat(announcements.closed().getMaxValue()).isBetween(3_000L, 30_000L);
        assertThat(announcements.sold().getMaxValue()).isZero();
    }

    @Test
    void a_lot_that_is_closed_twice_or_early_or_not_at_all_is_no_figure() {
        tell(EVENTS, "closed");
        tell(EVENTS, "closed");
        assertThatThrownBy(() -> ending(Instant.now().minusSeconds(3)).await(told, () -> {}))
                .hasMessageContaining("closed at")
                .hasMessageContaining("(expected: once)");

        tell(EVENTS, "closed");
        assertThatThrownBy(() -> ending(Instant.now().plusSeconds(30)).await(told, () -> {}))
                .hasMessageContaining("(expected: not before ");

        assertThatThrownBy(() -> ending(Instant.now().minusSeconds(61)).await(told, () -> {}))
                .hasMessageStartingWith("0 closed and 0 sold");
    }

    private Announcements ending(Instant end) {
        return new Announcements(Map.of(lot, end));
    }

    private void tell(TopicPartition where, String type) {
        ConsumerRecord<byte[], byte[]> record =
                new ConsumerRecord<>(
                        where.topic(), 0, offset++, lot.toString().getBytes(UTF_8), new byte[0]);
        if (type != null) {
            record.headers().add(Headers.TYPE, type.getBytes(UTF_8));
        }
        told.addRecord(record);
    }
}
