package io.gavel.localstack;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A service as the local stack runs it.
 *
 * @param environment what the service is told, see the names below
 */
record ServiceSpec(String name, ServiceJar jar, int port, Map<String, String> environment) {

    /** The variable that names whose demo tokens are good. */
    static final String PUBLIC_KEY =
            "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_PUBLIC_KEY_LOCATION";

    ServiceSpec(Path home, String name, int port, String bootstrapServers, DemoKeys keys) {
        this(
                name,
                new ServiceJar(home.resolve(name).resolve("target"), name),
                port,
                Map.of(
                        "SERVER_PORT",
                        Integer.toString(port),
                        "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                        bootstrapServers,
                        PUBLIC_KEY,
                        "file:" + keys.tokens().publicKey()));
    }

    /** {@code http://localhost:<port>}. */
    URI uri() {
        return URI.create("http://localhost:" + port);
    }

    ServiceSpec with(Database database) {
        return withSettings(database.springProperties());
    }

    /** Told these properties besides, as in {@code gavel.outage.threshold}. */
    ServiceSpec withSettings(Map<String, String> properties) {
        Map<String, String> variables = new LinkedHashMap<>();
        properties.forEach((property, value) -> variables.put(variableFor(property), value));
        return with(variables);
    }

    /** The same service once more, under another name and on another port. */
    ServiceSpec another(String otherName, int otherPort) {
        ServiceSpec other = with(Map.of("SERVER_PORT", Integer.toString(otherPort)));
        return new ServiceSpec(otherName, jar, otherPort, other.environment());
    }

    private static String variableFor(String property) {
        return property.toUpperCase(Locale.ROOT).replace('.', '_').replace("-", "");
    }

    ServiceSpec with(Map<String, String> more) {
        Map<String, String> all = new LinkedHashMap<>(environment);
        all.putAll(more);
        return new ServiceSpec(name, jar, port, Map.copyOf(all));
    }

    /** Not told these variables. */
    ServiceSpec without(String... variables) {
        Map<String, String> fewer = new LinkedHashMap<>(environment);
        fewer.keySet().removeAll(Set.of(variables));
        return new ServiceSpec(name, jar, port, Map.copyOf(fewer));
    }
}
