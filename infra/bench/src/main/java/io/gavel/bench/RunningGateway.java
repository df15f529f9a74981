package io.gavel.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.json.Json;
import io.gavel.localstack.FreePorts;
import io.gavel.localstack.KeyPairFiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A gateway process and what may be asked of it. */
final class RunningGateway implements AutoCloseable {

    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final Pattern SLOW_READERS =
            Pattern.compile(
                    "(?m)^gavel_gateway_closes_total\\{[^}]*reason=\"slow-reader\"[^}]*} (\\S+)");

    private static final String NAME = "gateway-ws";

    private final ServiceJvm process;
    private final int port;
    private final HttpClient http = HttpClient.newHttpClient();

    private RunningGateway(ServiceJvm process, int port) {
        this.process = process;
        this.port = port;
    }

    static RunningGateway start(Path home, Path folder, String bootstrapServers, int biddingPort) {
        try {
            KeyPairFiles keys = KeyPairFiles.in(folder, "demo", "RSA");
            int port = FreePorts.next();
            ServiceJvm process =
                    new ServiceJvm(
                            NAME, command(home, bootstrapServers, port, biddingPort, keys), folder);
            Readiness.await(process, port);
            return new RunningGateway(process, port);
        } catch (IOException e) {
            throw new IllegalStateException("no keys: " + e.getMessage(), e);
        }
    }

    /** Its heap is touched at the start, so that what its memory grows by later is not heap. */
    private static List<String> command(
            Path home, String bootstrapServers, int port, int biddingPort, KeyPairFiles keys) {
        List<String> command = ExecutableJar.command(home, NAME, "-Xms512m", "-XX:+AlwaysPreTouch");
        command.addAll(
                List.of(
                        "--server.port=" + port,
                        "--spring.kafka.bootstrap-servers=" + bootstrapServers,
                        "--spring.security.oauth2.resourceserver.jwt.public-key-location=file:"
                                + keys.publicKey(),
                        "--gavel.demo.signing-key=file:" + keys.privateKey(),
                        "--gavel.bidding-url=http://localhost:" + biddingPort,
                        // The crowd comes at once, and stays as long as the measure takes.
                        "--gavel.socket.accepts-per-second=10000",
                        "--gavel.socket.accepts-burst=20000",
                        "--gavel.socket.ask-within=10m",
                        // A quarter of the default, so that those who read nothing are soon found
                        // out.
                        "--gavel.socket.queue=256KB"));
        return command;
    }

    int port() {
        return port;
    }

    long pid() {
        return process.pid();
    }

    /** A token for a bidder. */
    String token(String account) {
        String body = "{\"user\":\"" + account + "\",\"roles\":[\"BIDDER\"]}";
        byte[] answer =
                send(
                        request("/demo/token")
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body))
                                .build());
        return Json.tree(answer).required("token").stringValue();
    }

    /** How many clients were closed since they did not read. */
    int slowReaders() {
        String metrics = new String(send(request("/actuator/prometheus").build()), UTF_8);
        Matcher found = SLOW_READERS.matcher(metrics);
        return found.find() ? (int) Double.parseDouble(found.group(1)) : 0;
    }

    void requireAlive() {
        process.requireAlive();
    }

    private byte[] send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() != OK) {
                throw new IllegalStateException(answer + " (expected: 200)");
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException("gateway-ws: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(ANSWER_LIMIT);
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while asking the gateway", e);
    }

    @Override
    public void close() {
        process.close();
        http.close();
    }
}
