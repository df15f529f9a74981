package io.gavel.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole of Gavel on one machine: PostgreSQL, Kafka, the three services, of the gateway one or
 * more, and the payment sandbox.
 */
public final class LocalStack implements AutoCloseable {
    private static final String BIDDING = "bidding-service";
    private static final String SETTLEMENT = "settlement-service";
    private static final String GATEWAY = "gateway-ws";

    private final DataFolder data;
    private final Children children;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final ServiceSpec biddingSpec;
    private final ServiceProcess bidding;
    private final ServiceSpec settlementSpec;
    private final ServiceProcess settlement;
    private final List<ServiceProcess> gateways;
    private final Optional<SandboxProcess> sandbox;

    private LocalStack(
            StackOptions options, DataFolder data, Children children, Consumer<String> progress) {
        this.data = data;
        this.children = children;
        Starting starting = new Starting(children.firstDeath(), progress);
        DemoKeys keys = DemoKeys.in(data.path().resolve("keys"));

        var database = starting.begin("PostgreSQL", () -> startPostgres(children));
        var broker = starting.begin("Kafka", () -> startKafka(children));
        starting.awaitAll(database, broker);
        postgres = database.join();
        kafka = broker.join();

        biddingSpec =
                spec(options, BIDDING, 0, keys)
                        .with(postgres.database("bidding"))
                        .with(
                                Map.of(
                                        "GAVEL_RECEIPTS_SIGNING_KEY",
                                        "file:" + keys.receipts().privateKey()));
        var provider = SandboxSpec.of(options, keys);
        settlementSpec =
                spec(options, SETTLEMENT, 0, keys)
                        .with(postgres.database("settlement"))
                        .with(telling(keys, data.path().resolve("mail")))
                        .with(provider.map(SandboxSpec::settings).orElse(Map.of()));
        ServiceSpec gatewaySpec =
                spec(options, GATEWAY, options.gatewayPorts().getFirst(), keys)
                        .with(
                                Map.of(
                                        "GAVEL_DEMO_SIGNING_KEY",
                                                "file:" + keys.tokens().privateKey(),
                                        "GAVEL_BIDDING_URL", biddingSpec.uri().toString(),
                                        "GAVEL_SETTLEMENT_URL", settlementSpec.uri().toString()));
        sandbox = provider.map(spec -> SandboxProcess.start(children, spec, gatewaySpec.uri()));
        var first = starting.begin(BIDDING, () -> ServiceProcess.start(children, biddingSpec));
        var second =
                starting.begin(SETTLEMENT, () -> ServiceProcess.start(children, settlementSpec));
        var doors =
                GatewaySpecs.of(gatewaySpec, options.gatewayPorts()).stream()
                        .map(each ->
                                starting.begin(
                                        each.name(), () -> ServiceProcess.start(children, each)))
                        .toList();
        starting.awaitAll(
                Stream.concat(Stream.of(first, second), doors.stream())
                        .toArray(CompletableFuture[]::new));
        bidding = first.join();
        settlement = second.join();
        gateways = doors.stream().map(CompletableFuture::join).toList();
    }

    /**
     * Starts everything and returns when all are ready. Ends what an earlier, killed launcher left
     * behind on the same data folder.
     *
     * @param progress gets one line for each part that starts or is ready
     * @throws StackFailure if a port or the folder is in use, or a part does not start; nothing is
     *     left running then
     */
    public static LocalStack start(StackOptions options, Consumer<String> progress) {
        DataFolder data = DataFolder.open(options.dataDirectory());
        Children children = new Children(data.path());
        try {
            children.endLeftovers();
            options.gatewayPorts().forEach(LocalStack::refuseUsedPort);
            if (options.fresh()) {
                data.clear();
            }
            return new LocalStack(options, data, children, progress);
        } catch (RuntimeException e) {
            children.close();
            data.close();
            throw e;
        }
    }

    private static void refuseUsedPort(int port) {
        if (port != 0 && !FreePorts.isFree(port)) {
            throw new StackFailure(
                    "port " + port + " is in use by another program: choose another with --port");
        }
    }

    /** Webhooks may go to this machine, and mail goes into a folder. */
    private static Map<String, String> telling(DemoKeys keys, Path mail) {
        return Map.of(
                "GAVEL_WEBHOOK_KEYS", "file:" + keys.webhooks().file(),
                "GAVEL_WEBHOOK_PERMITTED_NETWORKS", "127.0.0.0/8,::1/128",
                "GAVEL_WEBHOOK_PLAIN_HTTP", "true",
                "GAVEL_WEBHOOK_PORTS", "0",
                "GAVEL_MAIL_TRANSPORT", "files",
                "GAVEL_MAIL_FOLDER", mail.toString(),
                "GAVEL_MAIL_DEMO_DOMAIN", "example.test");
    }

    private static PostgresServer startPostgres(Children children) {
        PostgresServer server = PostgresServer.start(children, FreePorts.next());
        server.createDatabase("bidding");
        server.createDatabase("settlement");
        return server;
    }

    private static KafkaBroker startKafka(Children children) {
        KafkaBroker broker = KafkaBroker.start(children, FreePorts.next());
        broker.createTopics(GavelTopics.all());
        return broker;
    }

    private ServiceSpec spec(StackOptions options, String name, int port, DemoKeys keys) {
        return new ServiceSpec(
                        options.home(),
                        name,
                        port == 0 ? FreePorts.next() : port,
                        kafka.bootstrapServers(),
                        keys)
                .withSettings(options.settings());
    }

    /**
     * Where the page, the API and the WebSocket are: {@code http://localhost:<port>}, of the first
     * gateway.
     */
    public URI gatewayUri() {
        return gateway().uri();
    }

    public String bootstrapServers() {
        return kafka.bootstrapServers();
    }

    /** The JDBC URL of {@code bidding} or {@code settlement}. */
    public String jdbcUrl(String database) {
        return postgres.database(database).jdbcUrl();
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public ServiceProcess bidding() {
        return bidding;
    }

    /**
     * Starts another instance of bidding-service beside the first, and returns when it has
     * partitions of its own. The caller closes it.
     */
    public ServiceProcess anotherBidding() {
        return ServiceProcess.start(
                children, biddingSpec.another(BIDDING + "-2", FreePorts.next()));
    }

    /**
     * Starts another instance of settlement-service beside the first, and returns when it has
     * partitions of its own. The caller closes it.
     */
    public ServiceProcess anotherSettlement() {
        return ServiceProcess.start(
                children, settlementSpec.another(SETTLEMENT + "-2", FreePorts.next()));
    }

    public ServiceProcess settlement() {
        return settlement;
    }

    /** The first gateway. */
    public ServiceProcess gateway() {
        return gateways.getFirst();
    }

    /** All gateways; any of them serves anybody. */
    public List<ServiceProcess> gateways() {
        return gateways;
    }

    /** The payment provider that moves no money, if one was asked for. */
    public Optional<SandboxProcess> sandbox() {
        return sandbox;
    }

    /** Completes when a process ends that nobody asked to end. */
    CompletableFuture<ChildProcess> firstDeath() {
        return children.firstDeath();
    }

    /**
     * Stops the services, then Kafka, then PostgreSQL, by force after 15 s each, and lets others
     * use the data folder.
     */
    @Override
    public void close() {
        children.close();
        data.close();
    }
}
