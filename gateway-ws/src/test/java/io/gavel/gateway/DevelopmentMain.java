package io.gavel.gateway;

import io.gavel.testkit.Development;
import org.springframework.boot.SpringApplication;

/** Runs a gateway from an IDE; see CONTRIBUTING.md. */
final class DevelopmentMain {

    private DevelopmentMain() {}

    public static void main(String[] args) {
        Development.of(8080).signing().run(SpringApplication.from(GatewayApplication::main), args);
    }
}
