package io.gavel.systemtests;

import io.gavel.demo.DemoOptions;
import io.gavel.localstack.LocalStack;
import io.gavel.localstack.StackOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/** The whole stack, for one test class or for all that share it. */
public final class RunningGavel implements BeforeAllCallback, AfterAllCallback {

    private static final String BIDDING = "bidding-service";
    private static final Namespace HERE = Namespace.create(RunningGavel.class);

    /** A bidder on one and a watcher on the other is the normal case. */
    private static final int SHARED_GATEWAYS = 2;

    /** Gateways that are silent for longer are an outage, in the shared stack. */
    static final Duration OUTAGE = Duration.ofSeconds(3);

    /**
     * Heartbeats so seldom are none: a batch that is held or interrupted is one that the test has
     * sent.
     */
    private static final String NEVER = "1h";

    /**
     * The property that names the gateways of a Gavel that runs already, with commas, such as
     * {@code http://localhost:8080}: what is shared is then that one. Tests that need more than its
     * gateways fail there.
     */
    private static final String ALREADY_RUNNING = "gavel.url";

    private static final String BEYOND_GATEWAYS =
            "this test needs a stack of its own (expected: no property " + ALREADY_RUNNING + ")";

    private enum Kind {
        OWN,
        TOLD,
        DEMO,
        SECURED,
        SHARED
    }

    private final Kind kind;
    private final Map<String, String> settings;
    private @Nullable Running running;

    private RunningGavel(Kind kind, Map<String, String> settings) {
        this.kind = kind;
        this.settings = settings;
    }

    private RunningGavel(Kind kind) {
        this(kind, Map.of());
    }

    /**
     * For one test class, which may do to it what it likes; one gateway, without payments and
     * heartbeats.
     */
    static RunningGavel ofItsOwn() {
        return new RunningGavel(Kind.OWN);
    }

    /** For one test class, with one gateway and no payments; all services are told this. */
    static RunningGavel told(Map<String, String> settings) {
        return new RunningGavel(Kind.TOLD, settings);
    }

    /**
     * The one of all test classes that say so, with the lots of all of them and two gateways; ends
     * with the last. Leave it running as it was found.
     */
    public static RunningGavel shared() {
        return new RunningGavel(Kind.SHARED);
    }

    /** For one test class, with two gateways, payments, and the demo at work. */
    public static RunningGavel withDemo() {
        return new RunningGavel(Kind.DEMO);
    }

    /** For one test class, with TLS and passwords between the services and their servers. */
    static RunningGavel secured() {
        return new RunningGavel(Kind.SECURED);
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        running =
                switch (kind) {
                    case SHARED ->
                            context.getStore(StoreScope.LAUNCHER_SESSION, HERE)
                                    .computeIfAbsent(
                                            Running.class, _ -> sharedOne(), Running.class);
                    case DEMO -> Running.start(pair().withDemo(DemoOptions.SEED));
                    case TOLD ->
                            Running.start(options().withPayments(false).withSettings(settings));
                    case SECURED -> Running.start(options().withPayments(false).withSecured(true));
                    case OWN -> Running.start(alone(options().withPayments(false)));
                };
    }

    private static Running sharedOne() {
        String elsewhere = System.getProperty(ALREADY_RUNNING, "");
        return elsewhere.isBlank() ? Running.start(hurried(pair())) : Running.already(elsewhere);
    }

    private static StackOptions pair() {
        return options().withGateways(SHARED_GATEWAYS);
    }

    private static StackOptions hurried(StackOptions options) {
        return heartbeats(options, "500ms")
                .withSettings(BIDDING, Map.of("gavel.outage.threshold", OUTAGE.toSeconds() + "s"));
    }

    private static StackOptions alone(StackOptions options) {
        return heartbeats(options, NEVER)
                .withSettings(BIDDING, Map.of("gavel.outage.policy", "none"));
    }

    private static StackOptions heartbeats(StackOptions options, String every) {
        return options.withSettings("gateway-ws", Map.of("gavel.command.heartbeat", every));
    }

    private static StackOptions options() {
        return StackOptions.defaults().withPort(0);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        if (kind != Kind.SHARED && running != null) {
            running.close();
        }
    }

    private Running running() {
        return Objects.requireNonNull(running, "the stack is started before the class");
    }

    /** The stack and its data are null where Gavel ran already. */
    private record Running(@Nullable Path data, @Nullable LocalStack stack, List<Api> apis)
            implements AutoCloseable {

        static Running already(String gateways) {
            return new Running(
                    null,
                    null,
                    Arrays.stream(gateways.split(","))
                            .map(gateway -> new Api(URI.create(gateway.strip())))
                            .toList());
        }

        static Running start(StackOptions options) {
            try {
                Path data = Files.createTempDirectory("gavel-system-test");
                LocalStack stack =
                        LocalStack.start(options.withDataDirectory(data), System.out::println);
                return new Running(
                        data,
                        stack,
                        stack.gateways().stream().map(gateway -> new Api(gateway.uri())).toList());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() throws IOException {
            apis.forEach(Api::close);
            if (stack == null || data == null) {
                return;
            }
            stack.close();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    public LocalStack stack() {
        return Objects.requireNonNull(running().stack(), BEYOND_GATEWAYS);
    }

    Path data() {
        return Objects.requireNonNull(running().data(), BEYOND_GATEWAYS);
    }

    /** The interface at the first gateway. */
    public Api api() {
        return running().apis().getFirst();
    }

    /** The same at the last one, which is another one where the stack is shared. */
    Api elsewhere() {
        return running().apis().getLast();
    }

    /** What the payment sandbox answers there. */
    String sandbox(String path) {
        return text(stack().sandbox().orElseThrow().uri().resolve(path));
    }

    /** What settlement-service itself answers there. */
    String settlement(String path) {
        return text(stack().settlement().uri().resolve(path));
    }

    private static String text(URI uri) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Lists a lot from 1.00 on eBay's ladder and returns its id. */
    String list(String sellerToken, Instant closesAt, Map<String, String> more) {
        StringBuilder body =
                new StringBuilder(
                        "{\"title\":\"A clock\",\"description\":\"Ticks.\",\"format\":\"english\","
                            + "\"currency\":\"EUR\",\"startingPrice\":100,\"increments\":\"ebay-us\",\"closesAt\":\""
                                + closesAt
                                + "\"");
        more.forEach((name, value) -> body.append(",\"").append(name).append("\":").append(value));
        return list(sellerToken, body.append('}').toString());
    }

    /** Lists what the JSON says and returns its id. */
    String list(String sellerToken, String body) {
        Api.Answer answer = api().post("/api/v1/lots", sellerToken, body);
        if (answer.status() != 201) {
            throw new AssertionError("listing: " + answer.status() + " " + answer.text());
        }
        return answer.json().get("id").stringValue();
    }
}
