package io.gavel.settlement;

import java.time.InstantSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the settlement service. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SettlementApplication {
    public static void main(String[] args) {
        SpringApplication.run(SettlementApplication.class, args);
    }

    /** Only an alarm clock: whether a bid was in time is decided by the broker's. */
    @Bean
    InstantSource clock() {
        return InstantSource.system();
    }
}
