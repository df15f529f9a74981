package io.gavel.settlement.health;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.stereotype.Component;

/** Up while each Kafka listener runs and reads partitions. */
@Component
final class KafkaListenersHealthIndicator implements HealthIndicator {

    private final KafkaListenerEndpointRegistry listeners;

    KafkaListenersHealthIndicator(KafkaListenerEndpointRegistry listeners) {
        this.listeners = listeners;
    }

    @Override
    public Health health() {
        boolean reading =
                listeners.getListenerContainers().stream()
                        .allMatch(KafkaListenersHealthIndicator::isReading);
        return reading ? Health.up().build() : Health.outOfService().build();
    }

    private static boolean isReading(MessageListenerContainer listener) {
        var partitions = listener.getAssignedPartitions();
        return listener.isRunning() && partitions != null && !partitions.isEmpty();
    }
}
