package io.gavel.bidding.batch;

import io.gavel.bidding.BiddingProperties;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig.SlidingWindowType;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.CommonErrorHandler;

/** What the batch writer does while the database is away. */
@Configuration(proxyBeanMethods = false)
class OutageWiring {

    /** Failures in a row after which the database counts as away. */
    private static final int FAILURES = 3;

    @Bean
    CircuitBreaker databaseBreaker(BiddingProperties properties, MeterRegistry meters) {
        CircuitBreakerConfig config =
                CircuitBreakerConfig.custom()
                        .slidingWindow(FAILURES, FAILURES, SlidingWindowType.COUNT_BASED)
                        .failureRateThreshold(100)
                        .waitDurationInOpenState(properties.databaseRest())
                        .automaticTransitionFromOpenToHalfOpenEnabled(true)
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .build();
        CircuitBreakerRegistry breakers = CircuitBreakerRegistry.of(config);
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        return breakers.circuitBreaker("database");
    }

    @Bean
    CommonErrorHandler retryForEver(
            BiddingProperties properties,
            CircuitBreaker databaseBreaker,
            KafkaListenerEndpointRegistry listeners) {
        return new RetryForEver(
                properties.retryInterval(),
                properties.maxRetryInterval(),
                new Pause(databaseBreaker, listeners),
                new Rejoining(listeners::isRunning));
    }
}
