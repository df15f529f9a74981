package io.gavel.bidding;

import java.time.Clock;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the bidding service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class BiddingApplication {
    /** The service's clock: for metrics and for showing a Dutch price, never for a decision. */
    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] args) {
        SpringApplication.run(BiddingApplication.class, args);
    }
}
