package io.gavel.gateway.upstream;

import io.gavel.gateway.GatewayProperties;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;

/** The services behind this gateway, by name. */
@Configuration(proxyBeanMethods = false)
class Upstreams {

    private static final int CONNECT_MILLIS = 1_000;
    private static final Duration KEEP_IDLE = Duration.ofSeconds(30);
    private static final int SAMPLE_CALLS = 20;
    private static final int LEAST_CALLS = 10;

    private final GatewayProperties.Upstream limits;
    private final CircuitBreakerRegistry breakers;
    private final TimeLimiterRegistry limiters;

    Upstreams(GatewayProperties properties, MeterRegistry meters) {
        limits = properties.upstream();
        breakers =
                CircuitBreakerRegistry.of(
                        CircuitBreakerConfig.custom()
                                .slidingWindowSize(SAMPLE_CALLS)
                                .minimumNumberOfCalls(LEAST_CALLS)
                                .waitDurationInOpenState(limits.retryAfter())
                                .permittedNumberOfCallsInHalfOpenState(LEAST_CALLS)
                                .recordResult(Upstreams::isBroken)
                                .build());
        limiters = TimeLimiterRegistry.ofDefaults();
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers).bindTo(meters);
        TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(limiters).bindTo(meters);
    }

    @Bean
    Upstream bidding(GatewayProperties properties) {
        return upstream(
                "bidding",
                properties.biddingUrl(),
                properties.biddingManagementUrl(),
                limits.timeLimit());
    }

    /** The bidding service too, by itself: what is wrong with photos does not cut off its reads. */
    @Bean
    Upstream photos(GatewayProperties properties) {
        return upstream(
                "photos",
                properties.biddingUrl(),
                properties.biddingManagementUrl(),
                properties.photo().timeLimit());
    }

    @Bean
    Upstream settlement(GatewayProperties properties) {
        return upstream(
                "settlement",
                properties.settlementUrl(),
                properties.settlementManagementUrl(),
                limits.timeLimit());
    }

    private Upstream upstream(String name, URI base, @Nullable URI management, Duration timeLimit) {
        ConnectionProvider pool =
                ConnectionProvider.builder(name)
                        .maxConnections(limits.connections())
                        .pendingAcquireMaxCount(limits.queue())
                        .pendingAcquireTimeout(limits.timeLimit())
                        .maxIdleTime(KEEP_IDLE)
                        .build();
        HttpClient http =
                HttpClient.create(pool)
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_MILLIS)
                        .responseTimeout(timeLimit);
        WebClient client =
                WebClient.builder().clientConnector(new ReactorClientHttpConnector(http)).build();
        return new Upstream(
                withoutSlash(base),
                withoutSlash(management == null ? base : management),
                client,
                breakers.circuitBreaker(name),
                limiters.timeLimiter(
                        name, TimeLimiterConfig.custom().timeoutDuration(timeLimit).build()),
                limits.retryAfter());
    }

    private static String withoutSlash(URI base) {
        return base.toString().replaceFirst("/+$", "");
    }

    private static boolean isBroken(Object answer) {
        return answer instanceof ResponseEntity<?> entity
                && entity.getStatusCode().is5xxServerError();
    }
}
