package io.gavel.bidding.health;

import io.gavel.contracts.topic.Topics;
import java.util.Collection;
import org.apache.kafka.common.TopicPartition;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** Up when this instance is a member of the group that decides, with partitions of its own. */
@Component
class CommandLogHealthIndicator implements HealthIndicator {

    private final KafkaListenerEndpointRegistry listeners;

    CommandLogHealthIndicator(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public Health health() {
        long assigned =
                listeners.getListenerContainers().stream()
                        .filter(MessageListenerContainer::isRunning)
                        .map(MessageListenerContainer::getAssignedPartitions)
                        .filter(java.util.Objects::nonNull)
                        .flatMap(Collection<TopicPartition>::stream)
                        .count();
        Health.Builder health = assigned > 0 ? Health.up() : Health.outOfService();
        return health.withDetail("topic", Topics.LOT_COMMANDS.topic())
                .withDetail("partitions", assigned)
                .build();
    }
}
