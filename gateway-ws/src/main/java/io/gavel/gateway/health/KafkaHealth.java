package io.gavel.gateway.health;

import io.gavel.gateway.tail.Tails;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.health.contributor.AbstractReactiveHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Up while every topic is followed from a known position and the broker answers. */
@Component("kafka")
class KafkaHealth extends AbstractReactiveHealthIndicator implements DisposableBean {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Tails tails;
    private final Admin admin;

    KafkaHealth(Tails tails, KafkaAdmin kafka) {
        super("the broker does not answer");
        this.tails = tails;
        Map<String, Object> settings = new HashMap<>(kafka.getConfigurationProperties());
        settings.compute(AdminClientConfig.CLIENT_ID_CONFIG, (_, id) -> id + "-health");
        this.admin = Admin.create(settings);
    }

    @Override
    protected Mono<Health> doHealthCheck(Health.Builder health) {
        List<String> behind = tails.behind();
        if (!behind.isEmpty()) {
            return Mono.just(health.down().withDetail("notFollowed", behind).build());
        }
        DescribeClusterOptions options =
                new DescribeClusterOptions().timeoutMs(Math.toIntExact(PATIENCE.toMillis()));
        return Mono.fromCompletionStage(
                        () -> admin.describeCluster(options).clusterId().toCompletionStage())
                .timeout(PATIENCE)
                .map(_ -> health.up().build());
    }

    @Override
    public void destroy() {
        admin.close(PATIENCE);
    }
}
