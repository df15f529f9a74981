package io.gavel.manifests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.GavelTopics;
import io.gavel.localstack.TopicSpec;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeTest {

    private static final Compose COMPOSE = Compose.read();

    static List<Compose.Service> services() {
        return COMPOSE.services();
    }

    @ParameterizedTest
    @MethodSource("services")
    void images_have_exact_versions_and_limits_of_memory(Compose.Service service) {
        assertThat(service.image()).matches("[a-z0-9./-]+:v?\\d+\\.\\d+(\\.\\d+)?[\\w.-]*");
        assertThat(service.text("mem_limit")).matches("\\d+[mg]");
    }

    @ParameterizedTest
    @MethodSource("services")
    void what_is_mounted_is_there(Compose.Service service) {
        assertThat(service.mountedFiles()).allMatch(Files::exists);
    }

    @Test
    void the_door_leads_to_both_gateways_while_they_are_ready() {
        String door = Compose.text(Compose.FOLDER.resolve("haproxy/haproxy.cfg"));
        assertThat(COMPOSE.running("gateway-ws"))
                .allSatisfy(gateway ->
                        assertThat(door).contains("server " + gateway + " " + gateway + ":8080"));
        assertThat(door).contains("httpchk GET /readyz", "timeout tunnel 90s");
        assertThat(Settings.duration("gateway-ws", "gavel.socket.heartbeat").multipliedBy(3))
                .isLessThan(Duration.ofSeconds(90));
    }

    @Test
    void brokers_keep_three_replicas_and_take_a_record_when_two_have_it() {
        List<Compose.Service> brokers =
                services().stream()
                        .filter(service -> service.image().startsWith("apache/kafka:"))
                        .toList();
        assertThat(brokers)
                .hasSize(3)
                .allSatisfy(broker ->
                        assertThat(broker.environment(Map.of()))
                                .containsEntry("KAFKA_DEFAULT_REPLICATION_FACTOR", "3")
                                .containsEntry("KAFKA_MIN_INSYNC_REPLICAS", "2")
                                .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"));
        assertThat(brokers)
                .extracting(broker -> broker.environment(Map.of()).get("KAFKA_NODE_ID"))
                .doesNotHaveDuplicates();
    }

    /** The job makes those of {@link GavelTopics}, and leaves replicas to the brokers. */
    @Test
    void topics_are_those_of_the_design() {
        assertThat(program("topics")).isEqualTo("io.gavel.localstack.TopicsMain");
        assertThat(GavelTopics.all())
                .extracting(TopicSpec::name)
                .containsAll(Stream.of(Topics.values()).map(Topics::topic).toList());
        assertThat(GavelTopics.all())
                .allMatch(topic -> !topic.config().containsKey("min.insync.replicas"));
    }

    @ParameterizedTest
    @MethodSource("services")
    void programs_of_the_tools_exist(Compose.Service service) throws ClassNotFoundException {
        if (service.image().startsWith("gavel/tools:")) {
            assertThat(Class.forName(program(service.name())).getDeclaredMethods())
                    .anyMatch(method -> method.getName().equals("main"));
        }
    }

    private static String program(String service) {
        return services().stream()
                .filter(one -> one.name().equals(service))
                .flatMap(one -> one.list("command").stream())
                .findFirst()
                .orElseThrow();
    }

    @Test
    void the_database_keeps_what_it_acknowledged() {
        assertThat(
                        services().stream()
                                .filter(service -> service.name().equals("postgres"))
                                .findAny()
                                .orElseThrow()
                                .list("command"))
                .contains("fsync=on", "full_page_writes=on", "synchronous_commit=on");
    }

    @Test
    void stand_ins_stand_in_for_images_that_are_used() {
        String text = Compose.text(Compose.FOLDER.resolve("compose.yaml"));
        assertThat(Compose.lines("stand-ins/images.env").keySet())
                .allMatch(variable -> text.contains("${" + variable + ":-"));
    }

    @ParameterizedTest
    @MethodSource("dockerfiles")
    void images_run_as_nobody_on_the_same_jre_without_a_shell(Path file) {
        String text = Compose.text(file);
        assertThat(text).contains("\nUSER 10001:10001\n", "\nENTRYPOINT [\"java\", ");
        String jre = text.replaceAll("(?s).*\nARG JRE=(\\S+)\n.*", "$1");
        assertThat(Compose.text(Compose.FOLDER.resolve("compose.yaml")))
                .contains("${JRE_IMAGE:-" + jre + "}");
    }

    static Stream<Path> dockerfiles() {
        return Stream.of("Dockerfile", "tools/Dockerfile").map(Compose.FOLDER::resolve);
    }
}
