package io.gavel.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.RunningGateway;
import io.gavel.gateway.SocketClient;
import io.gavel.gateway.TestTopics.Beat;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a gateway says of itself in the command log. */
class HeartbeatsIT {

    private static final Executor OWN_THREAD = task -> Thread.ofVirtual().start(task);
    private static final Duration DEADLINE = Duration.ofSeconds(20);

    @Test
    void each_partition_is_told_again_and_again_and_nothing_more_once_the_gateway_stops()
            throws Exception {
        try (RunningGateway gateway =
                        new RunningGateway(
                                "spring.kafka.client-id=beating",
                                "gavel.command.heartbeat=30ms",
                                "gavel.command.deadline=2s");
                SocketClient spectator = gateway.connect();
                SocketClient bidder = gateway.connectAs("alice", "BIDDER")) {
            await("three heartbeats in each partition")
                    .atMost(DEADLINE)
                    .until(() ->
                            IntStream.range(0, Topics.LOCAL_PARTITIONS)
                                    .allMatch(partition -> ours(gateway, partition) >= 3));
            assertThat(beats(gateway).stream().map(Beat::by).distinct())
                    .singleElement()
                    .asString()
                    .startsWith("beating-");
            assertThat(gateway.get("/actuator/prometheus", null).body())
                    .contains("gavel_gateway_heartbeats_total{outcome=\"appended\"");

            CommandId undecided = new CommandId(UUID.randomUUID());
            bidder.send(
                    "{\"type\":\"bid\",\"id\":\"%s\",\"lot\":\"%s\",\"amount\":5}"
                            .formatted(undecided, UUID.randomUUID()));
            gateway.topics().sent(undecided);
            CompletableFuture<Void> stopping =
                    CompletableFuture.runAsync(gateway::stop, OWN_THREAD);
            assertThat(spectator.closeCode()).isEqualTo(1012);
            String stops = "it-stops-" + UUID.randomUUID();
            gateway.topics().beat(stops);
            stopping.get(DEADLINE.toSeconds(), TimeUnit.SECONDS);
            String stopped = "it-has-stopped-" + UUID.randomUUID();
            gateway.topics().beat(stopped);

            await("the last word")
                    .atMost(DEADLINE)
                    .until(() -> of(gateway, stopped).size() == Topics.LOCAL_PARTITIONS);
            for (int partition = 0; partition < Topics.LOCAL_PARTITIONS; partition++) {
                List<String> said = said(gateway, partition);
                assertThat(said.subList(said.indexOf(stops), said.size()))
                        .noneMatch(by -> by.startsWith("beating-"));
            }
        }
    }

    /** Who said so in a partition, in the order of the log. */
    private static List<String> said(RunningGateway gateway, int partition) {
        return gateway.topics().beats().stream()
                .filter(beat -> beat.partition() == partition)
                .map(Beat::by)
                .toList();
    }

    private static long ours(RunningGateway gateway, int partition) {
        return said(gateway, partition).stream().filter(by -> by.startsWith("beating-")).count();
    }

    private static List<Beat> beats(RunningGateway gateway) {
        return of(gateway, "beating-");
    }

    private static List<Beat> of(RunningGateway gateway, String by) {
        return gateway.topics().beats().stream().filter(beat -> beat.by().startsWith(by)).toList();
    }
}
