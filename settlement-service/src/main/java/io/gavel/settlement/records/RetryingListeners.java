package io.gavel.settlement.records;

import io.gavel.settlement.SettlementProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;

/** A poll that could not be worked off is worked off again, later and later, for ever. */
@Configuration(proxyBeanMethods = false)
class RetryingListeners {

    private static final double DOUBLE = 2;

    @Bean
    CommonErrorHandler laterAgain(SettlementProperties properties) {
        ExponentialBackOff waits =
                new ExponentialBackOff(properties.outageRetry().toMillis(), DOUBLE);
        waits.setMaxInterval(properties.outageMaxRetry().toMillis());
        return new DefaultErrorHandler(waits);
    }
}
