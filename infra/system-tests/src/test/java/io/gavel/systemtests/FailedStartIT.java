package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import io.gavel.localstack.StackOptions;
import io.gavel.testkit.Program;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What reads the logs must be able to read the last line of a service that does not start, too. */
class FailedStartIT {

    @ParameterizedTest
    @ValueSource(strings = {"gateway-ws", "bidding-service", "settlement-service"})
    void why_a_service_does_not_start_is_said_in_json_a_line(String service) {
        Path home = StackOptions.defaults().home();
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        Path jar = home.resolve(service).resolve("target").resolve(service + "-exec.jar");

        Program.Ran ran =
                Program.run(
                        home,
                        Map.of("SERVER_PORT", "eighty"),
                        // With either of these, the JVM says so first.
                        List.of(
                                "env",
                                "--unset=JDK_JAVA_OPTIONS",
                                "--unset=JAVA_TOOL_OPTIONS",
                                java.toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-jar",
                                jar.toString()));

        assertThat(ran.status()).as(ran.output()).isEqualTo(1);
        List<JsonNode> lines =
                ran.output()
                        .lines()
                        .map(line -> Json.tree(line.getBytes(StandardCharsets.UTF_8)))
                        .toList();
        assertThat(lines).allMatch(JsonNode::isObject);
        assertThat(lines.getLast().at("/log/level").asString()).isEqualTo("ERROR");
        assertThat(lines.getLast().required("message").asString())
                .contains("server.port", "eighty");
    }
}
