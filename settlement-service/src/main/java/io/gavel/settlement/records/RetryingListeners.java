package io.gavel.settlement.records;

import io.gavel.settlement.SettlementProperties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.RetryListener;
import org.springframework.util.backoff.ExponentialBackOff;

/** A poll that could not be worked off is worked off again, later and later, for ever. */
@Configuration(proxyBeanMethods = false)
class RetryingListeners {

    private static final Logger LOG = LoggerFactory.getLogger(RetryingListeners.class);
    private static final double DOUBLE = 2;

    @Bean
    CommonErrorHandler laterAgain(SettlementProperties properties) {
        ExponentialBackOff waits =
                new ExponentialBackOff(properties.outageRetry().toMillis(), DOUBLE);
        waits.setMaxInterval(properties.outageMaxRetry().toMillis());
        DefaultErrorHandler handler = new DefaultErrorHandler(waits);
        handler.setRetryListeners(new Failures());
        return handler;
    }

    private static final class Failures implements RetryListener {

        @Override
        public void failedDelivery(
                ConsumerRecord<?, ?> record, @Nullable Exception failure, int deliveryAttempt) {
            log(record.topic(), failure, deliveryAttempt);
        }

        @Override
        public void failedDelivery(
                ConsumerRecords<?, ?> records, @Nullable Exception failure, int deliveryAttempt) {
            log(records.partitions(), failure, deliveryAttempt);
        }

        private static void log(Object source, @Nullable Exception failure, int attempt) {
            Throwable cause =
                    failure == null ? null : NestedExceptionUtils.getMostSpecificCause(failure);
            LOG.warn(
                    "A poll of {} failed, attempt {}, again soon: {}",
                    source,
                    attempt,
                    String.valueOf(cause));
        }
    }
}
