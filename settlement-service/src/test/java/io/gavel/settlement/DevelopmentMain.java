package io.gavel.settlement;

import io.gavel.testkit.Development;
import org.springframework.boot.SpringApplication;

/** Runs the settlement service from an IDE; see CONTRIBUTING.md. */
final class DevelopmentMain {

    private DevelopmentMain() {}

    public static void main(String[] args) {
        Development.of(8082)
                .database("settlement")
                .run(SpringApplication.from(SettlementApplication::main), args);
    }
}
