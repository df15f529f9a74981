package io.gavel.localstack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;

/**
 * What a local stack is started with.
 *
 * @param home the repository, where the services' jars are in {@code <service>/target}
 * @param dataDirectory where everything is kept between runs; {@code .gavel} in the repository
 *     unless told otherwise
 * @param port the gateway's HTTP port; 8080 unless told otherwise, 0 for a free one
 * @param gateways how many gateways run side by side, from 1 to {@value #MOST_GATEWAYS}; 1 unless
 *     told otherwise. Each further one has the next port, or a free one too
 * @param fresh whether to start with empty databases and topics and new keys; false unless told
 *     otherwise
 * @param payments whether the payment sandbox collects what buyers owe; true unless told otherwise
 * @param demo the seed of the demo's chance; none, and so no demo, unless told otherwise
 * @param settings what each service is told besides, by its name, as in {@code
 *     gavel.outage.threshold} and {@code 5s}; none unless told otherwise
 * @param secured whether the services reach Kafka and PostgreSQL over TLS only, with a password;
 *     false unless told otherwise. A data folder is the one or the other for good
 */
public record StackOptions(
        Path home,
        Path dataDirectory,
        int port,
        int gateways,
        boolean fresh,
        boolean payments,
        OptionalLong demo,
        Map<String, Map<String, String>> settings,
        boolean secured) {

    /** What a machine on which everything else runs too can carry. */
    public static final int MOST_GATEWAYS = 8;

    private static final List<String> SERVICES =
            List.of("bidding-service", "settlement-service", "gateway-ws");

    private static final int DEFAULT_PORT = 8080;
    private static final int LAST_PORT = 65_535;

    public StackOptions {
        settings = Map.copyOf(settings);
        if (gateways < 1 || gateways > MOST_GATEWAYS) {
            throw new StackFailure(
                    "gateways: " + gateways + " (expected: from 1 to " + MOST_GATEWAYS + ")");
        }
    }

    /**
     * The defaults, for the repository in the system property {@code gavel.home}, or around the
     * current folder.
     *
     * @throws StackFailure if there is none
     */
    public static StackOptions defaults() {
        Path home = repository();
        return new StackOptions(
                home,
                home.resolve(".gavel"),
                DEFAULT_PORT,
                1,
                false,
                true,
                OptionalLong.empty(),
                Map.of(),
                false);
    }

    private static Path repository() {
        String told = System.getProperty("gavel.home");
        Path here = Path.of("").toAbsolutePath();
        for (Path folder = told == null ? here : Path.of(told);
                folder != null;
                folder = folder.getParent()) {
            if (Files.isDirectory(folder.resolve("bidding-service"))
                    && Files.exists(folder.resolve("mvnw"))) {
                return folder;
            }
        }
        throw new StackFailure(here + " is not inside of a Gavel repository");
    }

    public StackOptions withDataDirectory(Path directory) {
        return new StackOptions(
                home, directory, port, gateways, fresh, payments, demo, settings, secured);
    }

    public StackOptions withPort(int newPort) {
        return new StackOptions(
                home, dataDirectory, newPort, gateways, fresh, payments, demo, settings, secured);
    }

    /** So many gateways side by side. */
    public StackOptions withGateways(int number) {
        return new StackOptions(
                home, dataDirectory, port, number, fresh, payments, demo, settings, secured);
    }

    public StackOptions withFresh(boolean newFresh) {
        return new StackOptions(
                home, dataDirectory, port, gateways, newFresh, payments, demo, settings, secured);
    }

    public StackOptions withPayments(boolean newPayments) {
        return new StackOptions(
                home, dataDirectory, port, gateways, fresh, newPayments, demo, settings, secured);
    }

    /** With the demo's lots and bidders, who act by that seed. */
    public StackOptions withDemo(long seed) {
        return new StackOptions(
                home,
                dataDirectory,
                port,
                gateways,
                fresh,
                payments,
                OptionalLong.of(seed),
                settings,
                secured);
    }

    /** All services told these settings, such as Spring's own, which each has. */
    public StackOptions withSettings(Map<String, String> told) {
        return SERVICES.stream()
                .reduce(
                        this,
                        (options, service) -> options.withSettings(service, told),
                        (_, last) -> last);
    }

    /** The service told these settings; each knows those only that it has. */
    public StackOptions withSettings(String service, Map<String, String> told) {
        Map<String, Map<String, String>> all = new HashMap<>(settings);
        Map<String, String> both = new HashMap<>(settings.getOrDefault(service, Map.of()));
        both.putAll(told);
        all.put(service, Map.copyOf(both));
        return new StackOptions(
                home, dataDirectory, port, gateways, fresh, payments, demo, all, secured);
    }

    /** Over TLS and with passwords. */
    public StackOptions withSecured(boolean newSecured) {
        return new StackOptions(
                home, dataDirectory, port, gateways, fresh, payments, demo, settings, newSecured);
    }

    /**
     * The ports of the gateways: 0 where a free one is taken.
     *
     * @throws StackFailure if there are not so many behind the first
     */
    List<Integer> gatewayPorts() {
        if (port == 0) {
            return Collections.nCopies(gateways, 0);
        }
        if (port + gateways - 1 > LAST_PORT) {
            throw new StackFailure(
                    "port " + port + " has no " + (gateways - 1) + " others behind it");
        }
        return IntStream.range(port, port + gateways).boxed().toList();
    }
}
