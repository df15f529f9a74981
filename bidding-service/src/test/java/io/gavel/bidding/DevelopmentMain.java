package io.gavel.bidding;

import io.gavel.testkit.Development;
import org.springframework.boot.SpringApplication;

/** Runs the bidding service from an IDE; see CONTRIBUTING.md. */
final class DevelopmentMain {

    private DevelopmentMain() {}

    public static void main(String[] args) {
        Development.of(8081)
                .database("bidding")
                .run(SpringApplication.from(BiddingApplication::main), args);
    }
}
