package io.gavel.localstack;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(400)
class MainIT {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    @TempDir Path home;

    private Path output;

    @BeforeEach
    void build() throws Exception {
        StandInRepository.in(home);
        output = home.resolve("output.txt");
    }

    @Test
    void comesUpAgainAfterEveryKindOfEndAndLeavesNothingBehind() throws Exception {
        Process killed = up("--port", "0");
        Map<String, Long> leftovers = processes();
        assertThat(environmentOfTheGateway())
                .contains("GAVEL_BIDDING_URL=")
                .doesNotContain("GAVEL_FROM_SOMEWHERE");
        killed.destroyForcibly().waitFor();
        assertThat(leftovers).hasSize(6);
        assertThat(ProcessHandle.of(leftovers.get("postgres"))).isPresent();

        Process bereaved = up("--port", "0");
        assertGone(leftovers);
        Map<String, Long> second = processes();
        ProcessHandle.of(second.get("settlement-service")).orElseThrow().destroyForcibly();
        assertThat(bereaved.waitFor(100, SECONDS)).isTrue();
        assertThat(bereaved.exitValue()).isEqualTo(1);
        assertThat(output)
                .content()
                .contains("settlement-service ended with exit code 137; stopping the others");
        assertGone(second);

        Process interrupted = up("--port", "0", "--fresh");
        Map<String, Long> third = processes();
        new ProcessBuilder("sh", "-c", "kill -INT " + interrupted.pid()).start().waitFor();
        assertThat(interrupted.waitFor(100, SECONDS)).isTrue();
        assertThat(interrupted.exitValue()).isEqualTo(130);
        assertGone(third);
    }

    @Test
    void whatIsNotUnderstoodEndsWithTwo() throws Exception {
        Process process = launch("up", "--prot", "1");
        assertThat(process.waitFor(100, SECONDS)).isTrue();
        assertThat(process.exitValue()).isEqualTo(2);
        assertThat(output).content().contains("gavel: unknown option: --prot");
    }

    private Process up(String... options) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("up"));
        arguments.addAll(List.of(options));
        Process process = launch(arguments.toArray(String[]::new));
        await("the URL")
                .atMost(LIMIT)
                .until(() -> Files.readString(output).contains("http://localhost:"));
        return process;
    }

    private Process launch(String... arguments) throws IOException {
        List<String> command =
                new ArrayList<>(
                        List.of(Programs.java(), "-Dgavel.home=" + home, Main.class.getName()));
        command.addAll(List.of(arguments));
        Files.deleteIfExists(output);
        Files.createFile(output);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment().put("CLASSPATH", Programs.classPath());
        builder.environment().put("GAVEL_FROM_SOMEWHERE", "no setting of a service");
        return builder.start();
    }

    private String environmentOfTheGateway() throws Exception {
        String url =
                Files.readString(output).replaceAll("(?s).*?\n(http://localhost:\\d+)\n.*", "$1");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create(url + "/environment")).build(),
                            BodyHandlers.ofString())
                    .body();
        }
    }

    private Map<String, Long> processes() throws IOException {
        Path data = home.resolve(".gavel");
        Map<String, Long> pids = new TreeMap<>();
        for (String name : ProcessRecord.names(data)) {
            long pid =
                    Long.parseLong(Files.readAllLines(ProcessRecord.file(data, name)).getFirst());
            if (!name.equals("initdb")) {
                pids.put(name, pid);
            }
        }
        return pids;
    }

    private static void assertGone(Map<String, Long> pids) {
        pids.forEach((name, pid) -> assertThat(ProcessHandle.of(pid)).as(name).isEmpty());
    }
}
