package io.gavel.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MainIT {

    @Test
    void isAProcessOfItsOwnThatSaysHowToReachItAndEndsWhenAsked() throws Exception {
        Process process =
                new ProcessBuilder(
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-cp",
                                System.getProperty(
                                        "surefire.test.class.path",
                                        System.getProperty("java.class.path")),
                                Main.class.getName(),
                                "--port",
                                "0")
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        try (HttpClient http = HttpClient.newHttpClient()) {
            Map<String, String> told = told(process);
            Caller caller =
                    new Caller(
                            http,
                            URI.create(told.get("GAVEL_PAYMENT_SANDBOX_BASE_URL")),
                            told.get("GAVEL_PAYMENT_SANDBOX_API_KEY"));

            assertThat(caller.charge("lot/0/0", "alice", 100).statusCode()).isEqualTo(201);
            http.shutdownNow();
        } finally {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
        assertThat(process.isAlive()).isFalse();
    }

    private static Map<String, String> told(Process process) throws Exception {
        Map<String, String> told = new HashMap<>();
        var lines = process.inputReader(UTF_8);
        while (told.size() < 4) {
            String[] line = lines.readLine().split("=", 2);
            told.put(line[0], line[1]);
        }
        return told;
    }
}
