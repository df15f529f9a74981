package io.gavel.localstack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(180)
class LocalStackIT {
    @TempDir Path home;

    private StandInRepository repository;
    private final List<String> progress = new CopyOnWriteArrayList<>();

    @BeforeEach
    void build() throws Exception {
        repository = StandInRepository.in(home);
    }

    @Test
    void runsAllPartsAndTellsTheServicesWhereTheyAre() throws Exception {
        List<Long> pids;
        try (LocalStack stack =
                LocalStack.start(repository.options().withGateways(2).withDemo(1), progress::add)) {
            ServiceProcess second = stack.gateways().getLast();
            pids =
                    List.of(
                            second.pid(),
                            stack.postgres().pid(),
                            stack.kafka().pid(),
                            stack.bidding().pid(),
                            stack.settlement().pid(),
                            stack.gateway().pid(),
                            stack.sandbox().orElseThrow().pid(),
                            stack.demo().orElseThrow().pid());
            Path keys = home.toRealPath().resolve(".gavel/keys");

            assertThat(get(stack.bidding().uri().resolve("/environment")))
                    .contains("SPRING_KAFKA_BOOTSTRAP_SERVERS=" + stack.bootstrapServers())
                    .contains("SPRING_FLYWAY_URL=" + stack.jdbcUrl("bidding"))
                    .contains("JWT_PUBLIC_KEY_LOCATION=file:" + keys.resolve("demo-public.pem"))
                    .contains(
                            "GAVEL_RECEIPTS_SIGNING_KEY=file:"
                                    + keys.resolve("receipts-private.pem"))
                    .doesNotContain("GAVEL_DEMO_SIGNING_KEY");
            assertThat(get(stack.gatewayUri().resolve("/environment")))
                    .contains("GAVEL_BIDDING_URL=" + stack.bidding().uri())
                    .contains("GAVEL_SETTLEMENT_URL=" + stack.settlement().uri())
                    .contains("GAVEL_DEMO_SIGNING_KEY=file:" + keys.resolve("demo-private.pem"))
                    .doesNotContain("SPRING_R2DBC", "GAVEL_RECEIPTS");
            assertThat(second.uri()).isNotEqualTo(stack.gatewayUri());
            assertThat(get(second.uri().resolve("/environment")))
                    .contains("SERVER_PORT=" + second.uri().getPort())
                    .contains("GAVEL_DEMO_SIGNING_KEY=file:" + keys.resolve("demo-private.pem"));
            assertThat(get(stack.settlement().uri().resolve("/environment")))
                    .contains("GAVEL_PAYMENT_PROVIDER=sandbox")
                    .contains(
                            "GAVEL_PAYMENT_SANDBOX_BASE_URL=" + stack.sandbox().orElseThrow().uri())
                    .contains("SANDBOX_API_KEY=file:" + keys.resolve("sandbox-api-key"))
                    .contains(
                            "SANDBOX_WEBHOOK_SECRET=file:"
                                    + keys.resolve("sandbox-webhook-secret"));
            assertThat(get(stack.sandbox().orElseThrow().uri().resolve("/admin/charges")))
                    .isEqualTo("[]");
            assertThat(
                            List.of(
                                    "demo-private.pem",
                                    "receipts-private.pem",
                                    "sandbox-api-key",
                                    "sandbox-webhook-secret"))
                    .allSatisfy(name ->
                            assertThat(
                                            PosixFilePermissions.toString(
                                                    Files.getPosixFilePermissions(
                                                            keys.resolve(name))))
                                    .isEqualTo("rw-------"));

            stack.bidding().kill();
            assertThat(stack.bidding().isAlive()).isFalse();
            stack.bidding().restart();
            assertThat(stack.bidding().isAlive()).isTrue();
            ProcessHandle.of(stack.demo().orElseThrow().pid()).orElseThrow().destroyForcibly();
            await("what is said of the demo")
                    .until(() ->
                            progress.contains(
                                    "demo ended with exit code 137; the house goes on without"));
            assertThat(stack.firstDeath()).as("a death nobody asked for").isNotDone();

            assertThatThrownBy(() -> LocalStack.start(repository.options(), progress::add))
                    .hasMessageContaining("is in use by another running Gavel");
        }
        assertThat(pids).noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        assertThat(progress)
                .contains("starting PostgreSQL", "starting gateway-ws", "starting gateway-ws-2");
    }

    @Test
    void aServiceThatDiesAtStartIsNamedWithItsLastWordsAndNothingStaysBehind() throws Exception {
        repository.put("settlement-service", StandInService.Dying.class);
        assertThatThrownBy(() -> LocalStack.start(repository.options(), progress::add))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("settlement-service ended with exit code 3")
                .hasMessageContaining("no migration for table lot")
                .hasMessageContaining("logs/settlement-service.log");
        for (String name : ProcessRecord.names(home.toRealPath().resolve(".gavel"))) {
            String pid =
                    Files.readAllLines(ProcessRecord.file(home.resolve(".gavel"), name)).getFirst();
            assertThat(ProcessHandle.of(Long.parseLong(pid))).as(name).isEmpty();
        }
    }

    @Test
    void aUsedPortIsToldBeforeAnythingStarts() throws Exception {
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress("localhost", 0));
            int port = other.getLocalPort();
            assertThatThrownBy(() ->
                            LocalStack.start(repository.options().withPort(port), progress::add))
                    .hasMessage(
                            "port "
                                    + port
                                    + " is in use by another program: choose another with --port");
        }
        assertThat(progress).isEmpty();
    }

    @Test
    void aFolderWithSomethingElseInItIsLeftAlone() throws Exception {
        Files.writeString(home.resolve("thesis.txt"), "dear");
        assertThatThrownBy(() ->
                        LocalStack.start(
                                repository.options().withDataDirectory(home).withFresh(true),
                                progress::add))
                .hasMessageContaining("holds something that is not Gavel's");
        assertThat(home.resolve("thesis.txt")).exists();
    }

    private static String get(URI uri) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        }
    }
}
