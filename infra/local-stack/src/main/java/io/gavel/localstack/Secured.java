package io.gavel.localstack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the services of a secured stack need to be let in by Kafka and PostgreSQL, told as an
 * operator tells it: by Spring's settings in the environment, and passwords in files.
 *
 * @param folder with all of it
 * @param authority who vouches for the servers
 * @param brokerPort where Kafka asks for TLS and a password
 */
record Secured(Path folder, Certificates authority, int brokerPort) {
    /** Whom both servers know. */
    static final String USER = "gavel";

    private static final String MECHANISM = "SCRAM-SHA-512";

    static Secured in(Path folder) {
        Secured secured = new Secured(folder, Certificates.in(folder), FreePorts.next());
        try {
            secured.writeSecrets();
            return secured;
        } catch (IOException e) {
            throw new StackFailure("cannot write to " + folder + ": " + e.getMessage(), e);
        }
    }

    /** A file for each property, named after it, as Kubernetes mounts a secret. */
    private void writeSecrets() throws IOException {
        Files.createDirectories(secrets());
        Certificates.ownerOnly(
                secrets().resolve("spring.kafka.properties.sasl.jaas.config"),
                "org.apache.kafka.common.security.scram.ScramLoginModule required username=\""
                        + USER
                        + "\" password=\""
                        + brokerPassword()
                        + "\";");
        for (String property : new String[] {"spring.r2dbc.password", "spring.flyway.password"}) {
            Certificates.ownerOnly(secrets().resolve(property), databasePassword());
        }
    }

    private Path secrets() {
        return folder.resolve("secrets");
    }

    String brokerPassword() throws IOException {
        return Files.readString(SecretFile.in(folder, "kafka-password", ""));
    }

    String databasePassword() throws IOException {
        return Files.readString(SecretFile.in(folder, "postgres-password", ""));
    }

    /** What each service is told. */
    Map<String, String> kafka() {
        return Map.of(
                "SPRING_KAFKA_BOOTSTRAP_SERVERS",
                "localhost:" + brokerPort,
                "SPRING_KAFKA_SECURITY_PROTOCOL",
                "SASL_SSL",
                "SPRING_KAFKA_PROPERTIES_SASL_MECHANISM",
                MECHANISM,
                "SPRING_KAFKA_SSL_BUNDLE",
                "kafka",
                "SPRING_SSL_BUNDLE_PEM_KAFKA_TRUSTSTORE_CERTIFICATE",
                "file:" + authority.authority(),
                "SPRING_CONFIG_IMPORT",
                "configtree:" + secrets() + "/");
    }

    /** What a service with a database is told besides. */
    Map<String, String> database(Database database) {
        return Map.of(
                "SPRING_R2DBC_URL",
                database.r2dbcUrl() + "?sslMode=verify-full&sslRootCert=" + authority.authority(),
                "SPRING_R2DBC_USERNAME",
                USER,
                "SPRING_FLYWAY_URL",
                database.jdbcUrl() + "?sslmode=verify-full&sslrootcert=" + authority.authority(),
                "SPRING_FLYWAY_USER",
                USER);
    }

    /** What the broker is told: the stack itself goes on without, through another door. */
    Map<String, String> broker(int plainPort, int controllerPort) throws IOException {
        Path chain = folder.resolve("kafka.pem");
        Certificates.ownerOnly(chain, authority.chain());
        return Map.of(
                "listeners",
                "PLAINTEXT://localhost:%d,SASL_SSL://localhost:%d,CONTROLLER://localhost:%d"
                        .formatted(plainPort, brokerPort, controllerPort),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name",
                "PLAINTEXT",
                "sasl.enabled.mechanisms",
                MECHANISM,
                "listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                "ssl.keystore.type",
                "PEM",
                "ssl.keystore.location",
                chain.toString());
    }
}
