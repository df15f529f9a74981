package io.gavel.gateway;

import static org.awaitility.Awaitility.await;

import io.gavel.testkit.Broker;
import io.gavel.testkit.Servers;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;

/** A real gateway on a real broker; only the processes behind are stood in for. */
public final class RunningGateway implements AutoCloseable {

    private static final Duration DEADLINE = Duration.ofSeconds(30);

    private final TestTokens tokens = new TestTokens();
    private final StandInBidding bidding = new StandInBidding();
    private final HttpClient http = HttpClient.newHttpClient();
    private final TestTopics topics;
    private final ConfigurableApplicationContext app;
    private final String host;

    /**
     * On the broker that all tests share.
     *
     * @param settings as in {@code gavel.feed.lots=7}, beside the usual ones; without a value for
     *     none
     */
    public RunningGateway(String... settings) {
        this(Servers.kafka().broker(), settings);
    }

    public RunningGateway(Broker broker, String... settings) {
        topics = new TestTopics(broker.bootstrapServers());
        Map<String, String> all = new LinkedHashMap<>();
        all.put("server.port", "0");
        all.put("logging.level.root", "warn");
        all.put("spring.kafka.bootstrap-servers", broker.bootstrapServers());
        all.put(
                "spring.security.oauth2.resourceserver.jwt.public-key-location",
                tokens.publicKey());
        all.put("gavel.demo.signing-key", tokens.privateKey());
        all.put("gavel.bidding-url", bidding.url());
        all.put("gavel.settlement-url", "http://localhost:1");
        all.put("gavel.command.deadline", "1s");
        all.put("gavel.socket.heartbeat", "300ms");
        for (String setting : settings) {
            String[] parts = setting.split("=", 2);
            all.put(parts[0], parts[1]);
        }
        all.values().removeIf(String::isEmpty);
        app =
                new SpringApplicationBuilder(GatewayApplication.class, OwnThreads.class)
                        .run(
                                all.entrySet().stream()
                                        .map(entry ->
                                                "--" + entry.getKey() + "=" + entry.getValue())
                                        .toArray(String[]::new));
        host = "localhost:" + ((WebServerApplicationContext) app).getWebServer().getPort();
        await("readiness").atMost(DEADLINE).until(() -> get("/readyz", null).statusCode() == 200);
    }

    /** Keeps one gateway's end from ending the threads of the others in this process. */
    @Configuration(proxyBeanMethods = false)
    static class OwnThreads {
        @Bean
        ReactorResourceFactory reactorResources() {
            ReactorResourceFactory resources = new ReactorResourceFactory();
            resources.setUseGlobalResources(false);
            return resources;
        }
    }

    /** The port of health and metrics, where {@code management.server.port} is set. */
    public int managementPort() {
        return app.getEnvironment().getRequiredProperty("local.management.port", Integer.class);
    }

    public StandInBidding bidding() {
        return bidding;
    }

    public TestTopics topics() {
        return topics;
    }

    public TestTokens tokens() {
        return tokens;
    }

    public String token(String account, String... roles) {
        return tokens.token(account, Duration.ofHours(1), roles);
    }

    public SocketClient connect() {
        return new SocketClient(http, URI.create("ws://" + host + "/ws"));
    }

    /** A bare TCP connection; reading waits no longer than the deadline. */
    public Socket dial() throws IOException {
        String[] parts = host.split(":", 2);
        Socket socket = new Socket(parts[0], Integer.parseInt(parts[1]));
        socket.setSoTimeout(Math.toIntExact(DEADLINE.toMillis()));
        return socket;
    }

    /** Tries to connect and leaves at once; the answer is there if one was not let in. */
    public Optional<HttpResponse<?>> knock(String... protocols) {
        WebSocket.Builder builder = http.newWebSocketBuilder();
        if (protocols.length > 0) {
            builder.subprotocols(protocols[0], Arrays.copyOfRange(protocols, 1, protocols.length));
        }
        try {
            builder.buildAsync(URI.create("ws://" + host + "/ws"), new WebSocket.Listener() {})
                    .get(DEADLINE.toSeconds(), TimeUnit.SECONDS)
                    .abort();
            return Optional.empty();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refused) {
                return Optional.of(refused.getResponse());
            }
            throw new IllegalStateException("knock", e);
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException("knock", e);
        }
    }

    /** A connection that has said who it is. */
    public SocketClient connectAs(String account, String... roles) {
        SocketClient client = connect().auth(token(account, roles));
        client.next("authenticated");
        return client;
    }

    /** A client of an event stream; it reads at once. */
    public StreamClient listen(String path) {
        return listen(path, null).read();
    }

    /** A client of an event stream that reads nothing until it is told to. */
    public StreamClient listen(String path, @Nullable String lastEventId) {
        return new StreamClient(http, URI.create("http://" + host + path), lastEventId);
    }

    public HttpResponse<String> get(String path, @Nullable String token) {
        return call("GET", path, token, null, Map.of());
    }

    public HttpResponse<String> post(String path, @Nullable String token, String body) {
        return call("POST", path, token, body, Map.of());
    }

    public HttpResponse<String> call(
            String method,
            String path,
            @Nullable String token,
            @Nullable String body,
            Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://" + host + path)).timeout(DEADLINE);
        if (token != null) {
            request.setHeader("Authorization", "Bearer " + token);
        }
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body));
        try {
            return http.send(
                    request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(method + " " + path, e);
        }
    }

    /** Stops the gateway as a signal would. */
    public void stop() {
        app.close();
    }

    @Override
    public void close() {
        stop();
        bidding.stop();
    }
}
