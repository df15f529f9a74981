package io.gavel.testkit;

import io.gavel.localstack.BrokerTopics;
import io.gavel.localstack.GavelTopics;
import io.gavel.localstack.KeyPairFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/**
 * One service run from an IDE, on what {@code infra/docker/dev-compose.yaml} starts by Docker
 * Compose. That goes on when the service ends.
 */
public final class Development {
    private static final String BOOTSTRAP_SERVERS = "spring.kafka.bootstrap-servers";
    private static final Path SERVERS = Path.of("infra", "docker", "dev-compose.yaml");

    private final Path home = home(Path.of("").toAbsolutePath());
    private final List<String> settings = new ArrayList<>();

    private Development() {}

    /** At {@code http://localhost:<port>}; the demo tokens are those of the gateway run so. */
    public static Development of(int port) {
        Development development = new Development();
        return development
                .with("server.port", port)
                .with("spring.docker.compose.enabled", true)
                .with("spring.docker.compose.file", development.home.resolve(SERVERS))
                .with("spring.docker.compose.arguments", "--project-name=gavel-dev")
                .with("spring.docker.compose.lifecycle-management", "start-only")
                .with("spring.docker.compose.start.skip", "never")
                .with(BOOTSTRAP_SERVERS, "localhost:9092")
                .with(
                        "spring.security.oauth2.resourceserver.jwt.public-key-location",
                        development.demoKey().publicKey().toUri());
    }

    /** With the database of that profile in the compose file. */
    public Development database(String profile) {
        return with("spring.docker.compose.profiles.active", profile);
    }

    /** Gives demo tokens. */
    public Development signing() {
        return with("gavel.demo.signing-key", demoKey().privateKey().toUri());
    }

    private Development with(String name, Object value) {
        settings.add("--" + name + "=" + value);
        return this;
    }

    /**
     * Starts the service.
     *
     * @param arguments of the command line, which go before what is set here
     */
    public void run(SpringApplication.Augmented service, String... arguments) {
        settings.addAll(List.of(arguments));
        service.with(Topics.class).run(settings.toArray(String[]::new));
    }

    private KeyPairFiles demoKey() {
        try {
            Path folder = Files.createDirectories(home.resolve(".gavel").resolve("dev"));
            return KeyPairFiles.in(folder, "demo", "RSA");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The repository's folder, of which the IDE may take a module's. */
    static Path home(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(SERVERS))) {
                return folder;
            }
        }
        throw new IllegalStateException(
                "working directory: " + start + " (expected: one in Gavel's repository)");
    }

    /** Creates Gavel's topics that are not there yet, before the service looks for them. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Topics {
        @Bean
        static BeanFactoryPostProcessor gavelTopics(Environment environment) {
            String servers = environment.getRequiredProperty(BOOTSTRAP_SERVERS);
            return _ -> {
                try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers))) {
                    new BrokerTopics(admin).create(GavelTopics.all());
                }
            };
        }
    }
}
