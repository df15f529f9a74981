package io.gavel.systemtests;

import static io.gavel.systemtests.OnTheBlock.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.localstack.ServiceProcess;
import io.gavel.testkit.Program;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import tools.jackson.databind.JsonNode;

/** All gateways die while lots end: nobody can bid, and settlement goes on calling lots due. */
@Timeout(180)
class OutageIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();

    @Test
    void whoever_could_not_bid_can_when_gavel_is_back_and_what_had_closed_stays_closed() {
        String seller = GAVEL.api().token("sam", "SELLER");
        String alice = GAVEL.api().token("alice", "BIDDER");
        String bob = GAVEL.api().token("bob", "BIDDER");
        OnTheBlock closed = lot(seller, Duration.ofSeconds(2));
        closed.awaitStatus("closed");
        OnTheBlock open = lot(seller, RunningGavel.OUTAGE.plusSeconds(7));
        Instant end = Instant.parse(text(open.now(), "closesAt"));
        open.accepted(alice, "bids", "\"amount\":500");

        List<ServiceProcess> gateways = GAVEL.stack().gateways();
        gateways.forEach(ServiceProcess::kill);
        try {
            awaitThat(Instant.now().plus(RunningGavel.OUTAGE));
        } finally {
            restart(gateways);
        }
        awaitThat(end);

        JsonNode late = open.accepted(bob, "bids", "\"amount\":900");
        assertThat(Instant.parse(text(late, "at"))).isAfter(end);
        assertThat(late.required("leading").booleanValue()).isTrue();
        List<JsonNode> given =
                open.log().stream()
                        .filter(event -> text(event, "reason").equals("outage"))
                        .toList();
        assertThat(given).isNotEmpty().allMatch(event -> text(event, "type").equals("extended"));
        assertThat(Instant.parse(text(given.getFirst(), "from"))).isBefore(end);
        assertThat(Instant.parse(text(given.getLast(), "closesAt")))
                .isEqualTo(end.plus(sum(given)));

        open.accepted(
                GAVEL.api().token("olga", "OPERATOR"), "hammer", "\"reason\":\"fair warning\"");
        assertThat(text(open.last(), "type")).isEqualTo("closed");
        assertThat(open.last().required("winner").intValue()).isEqualTo(2);
        assertThat(closed.refused(bob, "bids", "\"amount\":900")).isEqualTo("closed");
        assertThat(closed.types()).doesNotContain("extended").endsWith("closed");
        assertThat(verify(open)).endsWith("consistent");
    }

    private static OnTheBlock lot(String seller, Duration open) {
        return new OnTheBlock(GAVEL.api(), GAVEL.list(seller, Instant.now().plus(open), Map.of()));
    }

    private static void awaitThat(Instant time) {
        await(time.toString())
                .atMost(Duration.ofSeconds(20))
                .until(() -> Instant.now().isAfter(time));
    }

    private static void restart(List<ServiceProcess> gateways) {
        gateways.stream()
                .map(gateway ->
                        CompletableFuture.runAsync(
                                gateway::restart, task -> Thread.ofVirtual().start(task)))
                .toList()
                .forEach(CompletableFuture::join);
    }

    private static Duration sum(List<JsonNode> given) {
        return given.stream()
                .map(event ->
                        Duration.between(
                                Instant.parse(text(event, "from")),
                                Instant.parse(text(event, "until"))))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What {@code ./gavel verify} says of a lot, with the commands that the house has stored. */
    private static String verify(OnTheBlock lot) {
        Path program = ROOT.resolve("infra/replay/target");
        Program.Ran ran =
                Program.run(
                        ROOT,
                        Map.of(),
                        List.of(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                program.resolve("classes") + ":" + program.resolve("lib") + "/*",
                                "io.gavel.verify.Main",
                                lot.lot(),
                                "--url",
                                GAVEL.stack().gatewayUri().toString()));
        assertThat(ran.output()).contains("decided again, give the same bytes");
        return ran.output().strip();
    }
}
