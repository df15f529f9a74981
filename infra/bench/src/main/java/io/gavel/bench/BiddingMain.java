package io.gavel.bench;

import io.gavel.bidding.BiddingApplication;

/** bidding-service in a JVM of its own, which ends when the one that started it is gone. */
final class BiddingMain {

    private BiddingMain() {}

    public static void main(String[] arguments) {
        ProcessHandle.current()
                .parent()
                .ifPresent(bench -> {
                    var _ = bench.onExit().thenRun(() -> Runtime.getRuntime().halt(1));
                });
        BiddingApplication.main(arguments);
    }
}
