package io.gavel.bidding;

import io.gavel.localstack.Database;
import io.gavel.testkit.Servers;
import java.util.HashMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * The service itself on a real PostgreSQL and a real Kafka; can be stopped and started again on the
 * same data.
 */
public final class BiddingStack implements AutoCloseable {

    private final Database database;
    private final String bootstrapServers;

    /** Its own: whoever is slow to leave the group of another test takes no partitions from it. */
    private final String group = "bidding-service-" + UUID.randomUUID();

    private ConfigurableApplicationContext service;

    /**
     * On the servers that all tests share, with empty topics.
     *
     * @param settings of the service, as in {@code gavel.lots-remembered=2000}, until it is started
     *     again
     */
    public BiddingStack(String... settings) {
        this(Servers.postgres().freshDatabase("bidding"), sharedBroker(), settings);
    }

    /** On servers of its own. */
    public BiddingStack(Database database, String bootstrapServers, String... settings) {
        this.database = database;
        this.bootstrapServers = bootstrapServers;
        this.service = start(settings);
    }

    private static String sharedBroker() {
        Servers.kafka().freshTopics();
        return Servers.kafka().bootstrapServers();
    }

    /** The consumer group of this service alone. */
    public String group() {
        return group;
    }

    public Wire wire() {
        return new Wire(bootstrapServers);
    }

    public DatabaseClient database() {
        return service.getBean(DatabaseClient.class);
    }

    public <T> T bean(Class<T> type) {
        return service.getBean(type);
    }

    public String url(String path) {
        int port = ((WebServerApplicationContext) service).getWebServer().getPort();
        return "http://localhost:" + port + path;
    }

    public void stop() {
        service.close();
    }

    /** On the same data, with these settings beside the usual ones. */
    public void startAgain(String... settings) {
        service = start(settings);
    }

    private ConfigurableApplicationContext start(String... settings) {
        return new SpringApplicationBuilder(BiddingApplication.class)
                .properties(new HashMap<>(database.springProperties()))
                .run(
                        Stream.concat(
                                        Stream.of(
                                                "server.port=0",
                                                "spring.kafka.bootstrap-servers="
                                                        + bootstrapServers,
                                                "spring.kafka.consumer.group-id=" + group,
                                                "spring.security.oauth2.resourceserver.jwt.public-key-location="
                                                        + Tokens.publicKeyLocation()),
                                        Stream.of(settings))
                                .map(setting -> "--" + setting)
                                .toArray(String[]::new));
    }

    @Override
    public void close() {
        service.close();
    }
}
