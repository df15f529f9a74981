package io.gavel.localstack;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole of Gavel on one machine: PostgreSQL, Kafka, the three services, of the gateway one or
 * more, the payment sandbox, and the demo.
 */
public final class LocalStack implements AutoCloseable {
    private static final List<String> DATABASES = List.of("bidding", "settlement");

    private final DataFolder data;
    private final Children children;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final StackSpecs specs;
    private final ServiceProcess bidding;
    private final ServiceProcess settlement;
    private final List<ServiceProcess> gateways;
    private final Optional<SandboxProcess> sandbox;
    private final Optional<DemoProcess> demo;

    private LocalStack(
            StackOptions options, DataFolder data, Children children, Consumer<String> progress) {
        this.data = data;
        this.children = children;
        Starting starting = new Starting(children.firstDeath(), progress);

        Optional<Secured> secured =
                options.secured()
                        ? Optional.of(Secured.in(data.path().resolve("secured")))
                        : Optional.empty();
        var database = starting.begin("PostgreSQL", () -> startPostgres(children, secured));
        var broker = starting.begin("Kafka", () -> startKafka(children, secured));
        starting.awaitAll(database, broker);
        postgres = database.join();
        kafka = broker.join();

        specs = StackSpecs.of(options, data.path(), postgres, kafka, secured);
        URI webhooks = specs.gateways().getFirst().uri();
        sandbox = specs.sandbox().map(spec -> SandboxProcess.start(children, spec, webhooks));
        var first = begin(starting, specs.bidding());
        var second = begin(starting, specs.settlement());
        var doors = specs.gateways().stream().map(spec -> begin(starting, spec)).toList();
        starting.awaitAll(
                Stream.concat(Stream.of(first, second), doors.stream())
                        .toArray(CompletableFuture[]::new));
        bidding = first.join();
        settlement = second.join();
        gateways = doors.stream().map(CompletableFuture::join).toList();
        demo =
                options.demo().stream()
                        .mapToObj(
                                seed -> DemoProcess.start(children, seed, gatewayUris(), progress))
                        .findFirst();
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

    private static PostgresServer startPostgres(Children children, Optional<Secured> secured) {
        PostgresServer server = PostgresServer.start(children, FreePorts.next(), secured);
        DATABASES.forEach(server::createDatabase);
        secured.ifPresent(access -> SecuredPostgres.handOver(server, access, DATABASES));
        return server;
    }

    private static KafkaBroker startKafka(Children children, Optional<Secured> secured) {
        KafkaBroker broker = KafkaBroker.start(children, FreePorts.next(), secured);
        broker.createTopics(GavelTopics.all());
        return broker;
    }

    private CompletableFuture<ServiceProcess> begin(Starting starting, ServiceSpec spec) {
        return starting.begin(spec.name(), () -> ServiceProcess.start(children, spec));
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
        return another(specs.bidding());
    }

    /**
     * Starts another instance of settlement-service beside the first, and returns when it has
     * partitions of its own. The caller closes it.
     */
    public ServiceProcess anotherSettlement() {
        return another(specs.settlement());
    }

    /**
     * Starts one more gateway, where people sign in at that issuer under that client's name, and
     * returns when it is ready. The services behind go on with demo tokens. The caller closes it.
     */
    public ServiceProcess gatewayFor(String issuer, String clientId) {
        return ServiceProcess.start(
                children, GatewaySpecs.signingInAt(specs.gateways().getFirst(), issuer, clientId));
    }

    /**
     * Starts another instance of bidding-service that is told these variables besides, such as a
     * wrong password. The caller closes it.
     *
     * @throws StackFailure with the end of its log if it does not start with them
     */
    public ServiceProcess anotherBiddingTold(String name, Map<String, String> variables) {
        return ServiceProcess.start(
                children, specs.bidding().with(variables).another(name, FreePorts.next()));
    }

    private ServiceProcess another(ServiceSpec spec) {
        return ServiceProcess.start(children, spec.another(spec.name() + "-2", FreePorts.next()));
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

    /** The demo's house and bidders, if they were asked for. */
    public Optional<DemoProcess> demo() {
        return demo;
    }

    private List<URI> gatewayUris() {
        return gateways.stream().map(ServiceProcess::uri).toList();
    }

    /** Completes when a process ends that nobody asked to end, but for the demo. */
    CompletableFuture<ChildProcess> firstDeath() {
        return children.firstDeath();
    }

    /**
     * Stops the demo, the services, then Kafka, then PostgreSQL, by force after 15 s each, and lets
     * others use the data folder.
     */
    @Override
    public void close() {
        children.close();
        data.close();
    }
}
