package io.gavel.demo;

import java.time.Clock;
import java.util.List;

/** The program: {@code [--seed N] URL…}; see the module's README. */
public final class Main {

    private static final int UNCLEAR = 2;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        Clock clock = Clock.systemUTC();
        try {
            DemoOptions options = DemoOptions.parse(List.of(args));
            Demo.start(options, clock, line -> System.out.println(clock.instant() + " " + line))
                    .await();
        } catch (IllegalArgumentException e) {
            System.err.println("demo: " + e.getMessage());
            System.exit(UNCLEAR);
        }
    }
}
