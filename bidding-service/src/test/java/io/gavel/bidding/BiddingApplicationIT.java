package io.gavel.bidding;

import static io.gavel.bidding.Commands.inMinutes;
import static io.gavel.bidding.Commands.listed;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.LotId;
import io.gavel.testkit.ServerConnections;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.kafka.autoconfigure.KafkaConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The service as Spring Boot connects it, without one address among its settings. */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(ServerConnections.class)
@DirtiesContext
class BiddingApplicationIT {

    @DynamicPropertySource
    static void tokens(DynamicPropertyRegistry properties) {
        properties.add(
                "spring.security.oauth2.resourceserver.jwt.public-key-location",
                Tokens::publicKeyLocation);
    }

    @Test
    void what_is_sent_to_its_broker_is_kept_in_its_database(
            @Autowired KafkaConnectionDetails kafka, @Autowired DatabaseClient database) {
        try (Wire wire = new Wire(String.join(",", kafka.getBootstrapServers()))) {
            LotId lot = listed(wire, "ann", aLot().closingAt(inMinutes(10)).build());
            assertThat(commandsOn(lot, database)).isEqualTo(1);
        }
    }

    private static Long commandsOn(LotId lot, DatabaseClient database) {
        return database.sql("select count(*) from command where lot = :lot")
                .bind("lot", lot.value())
                .mapValue(Long.class)
                .one()
                .block(Duration.ofSeconds(20));
    }
}
