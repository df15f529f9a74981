package io.gavel.bidding.batch;

import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.Wire;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.testkit.Servers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.MemberDescription;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** As in a cluster, where the name of a pod is that of the member, and comes back. */
@ExtendWith(OutputCaptureExtension.class)
@Timeout(120)
class StaticMemberIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);
    private static final String POD = "bidding-service-0";

    /** Spring adds which of a listener's consumers it is, of which there is one here. */
    private static final String NAME = POD + "-0";

    private static final String SETTING =
            "spring.kafka.consumer.properties.group.instance.id=" + POD;

    @BeforeAll
    static void start() {
        Servers.kafka();
        Servers.postgres();
    }

    @Test
    void a_member_that_stops_keeps_its_partitions_until_it_is_back() throws Exception {
        try (BiddingStack stack = new BiddingStack(SETTING);
                Wire wire = stack.wire();
                Admin admin = admin()) {
            decides(wire);
            MemberDescription member = only(admin, stack.group());
            assertThat(member.groupInstanceId()).contains(NAME);
            assertThat(member.assignment().topicPartitions()).hasSize(Topics.LOCAL_PARTITIONS);
            stack.stop();
            assertThat(only(admin, stack.group()).groupInstanceId()).contains(NAME);
            stack.startAgain(SETTING);
            decides(wire);
        }
    }

    /** The name of one that was killed is free only once the brokers have given it up. */
    @Test
    void a_member_whose_name_is_not_free_yet_waits_for_it(CapturedOutput output) {
        try (BiddingStack stack = new BiddingStack(SETTING);
                Wire wire = stack.wire()) {
            decides(wire);
            stack.stop();
            try (KafkaConsumer<byte[], byte[]> other = namesake(stack.group())) {
                other.subscribe(List.of(Topics.Names.LOT_COMMANDS));
                await("the other one has the name")
                        .atMost(PATIENCE)
                        .until(() -> {
                            other.poll(Duration.ofMillis(100));
                            return !other.assignment().isEmpty();
                        });
                stack.startAgain(SETTING);
                await("it is told that the name is not free")
                        .atMost(PATIENCE)
                        .until(() -> output.getOut().contains("is not free yet"));
            }
            decides(wire);
        }
    }

    private static void decides(Wire wire) {
        Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3_600);
        wire.ask(
                new ListLot(
                        new CommandId(UUID.randomUUID()),
                        new LotId(UUID.randomUUID()),
                        new AccountId("seller"),
                        aLot().closingAt(end).build()));
    }

    private static MemberDescription only(Admin admin, String group) throws Exception {
        var members = admin.describeConsumerGroups(List.of(group)).all().get().get(group).members();
        assertThat(members).hasSize(1);
        return members.iterator().next();
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", Servers.kafka().bootstrapServers()));
    }

    private static KafkaConsumer<byte[], byte[]> namesake(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        Servers.kafka().bootstrapServers(),
                        "group.protocol",
                        "consumer",
                        "group.id",
                        group,
                        "group.instance.id",
                        NAME,
                        "enable.auto.commit",
                        false),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
