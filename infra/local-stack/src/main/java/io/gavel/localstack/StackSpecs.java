package io.gavel.localstack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the programs of a local stack are told, each where the others are. */
record StackSpecs(
        ServiceSpec bidding,
        ServiceSpec settlement,
        List<ServiceSpec> gateways,
        Optional<SandboxSpec> sandbox) {

    private static final String BIDDING = "bidding-service";
    private static final String SETTLEMENT = "settlement-service";
    private static final String GATEWAY = "gateway-ws";

    static StackSpecs of(
            StackOptions options,
            Path data,
            PostgresServer postgres,
            KafkaBroker kafka,
            Optional<Secured> secured) {
        DemoKeys keys = DemoKeys.in(data.resolve("keys"));
        Optional<SandboxSpec> sandbox = SandboxSpec.of(options, keys);
        ServiceSpec bidding =
                withDatabase(
                                service(options, BIDDING, 0, kafka, keys, secured),
                                postgres.database("bidding"),
                                secured)
                        .with(
                                Map.of(
                                        "GAVEL_RECEIPTS_SIGNING_KEY",
                                        "file:" + keys.receipts().privateKey()));
        ServiceSpec settlement =
                withDatabase(
                                service(options, SETTLEMENT, 0, kafka, keys, secured),
                                postgres.database("settlement"),
                                secured)
                        .with(telling(keys, data.resolve("mail")))
                        .with(sandbox.map(SandboxSpec::settings).orElse(Map.of()));
        ServiceSpec gateway =
                service(options, GATEWAY, options.gatewayPorts().getFirst(), kafka, keys, secured)
                        .with(
                                Map.of(
                                        GatewaySpecs.DEMO_KEY,
                                        "file:" + keys.tokens().privateKey(),
                                        "GAVEL_BIDDING_URL",
                                        bidding.uri().toString(),
                                        "GAVEL_SETTLEMENT_URL",
                                        settlement.uri().toString()));
        return new StackSpecs(
                bidding, settlement, GatewaySpecs.of(gateway, options.gatewayPorts()), sandbox);
    }

    private static ServiceSpec service(
            StackOptions options,
            String name,
            int port,
            KafkaBroker kafka,
            DemoKeys keys,
            Optional<Secured> secured) {
        return new ServiceSpec(
                        options.home(),
                        name,
                        port == 0 ? FreePorts.next() : port,
                        kafka.bootstrapServers(),
                        keys)
                .with(secured.map(Secured::kafka).orElse(Map.of()))
                .withSettings(options.settings().getOrDefault(name, Map.of()));
    }

    private static ServiceSpec withDatabase(
            ServiceSpec service, Database database, Optional<Secured> secured) {
        return secured.map(access -> service.with(access.database(database)))
                .orElseGet(() -> service.with(database));
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
}
