package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.localstack.LocalStack;
import io.gavel.localstack.ServiceProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator does to upgrade: one instance after the other, in the middle of everything. */
@Timeout(300)
class RollingRestartIT {

    @RegisterExtension static final RunningGavel GAVEL = RunningGavel.shared();

    private static final int DRAINED = 1012;
    private static final int BIDS_BETWEEN = 60;

    /** After so long GavelCloseDueUnanswered wakes somebody: 10 s, for 20 s. */
    private static final Duration ALARM = Duration.ofSeconds(30);

    @Test
    void every_service_is_restarted_and_no_bid_event_or_closing_is_missed() throws Exception {
        LocalStack stack = GAVEL.stack();
        try (ServiceProcess bidding = stack.anotherBidding();
                ServiceProcess settlement = stack.anotherSettlement();
                Closings closings = new Closings(GAVEL);
                Crowd crowd = new Crowd(GAVEL)) {
            List<ServiceProcess> all = new ArrayList<>();
            all.addAll(List.of(stack.bidding(), bidding, stack.settlement(), settlement));
            all.addAll(stack.gateways());
            for (ServiceProcess each : all) {
                crowd.awaitBids(BIDS_BETWEEN);
                each.restart();
            }
            crowd.awaitBids(BIDS_BETWEEN);

            assertThat(crowd.closed())
                    .as("everybody had to move at least once, and was asked to")
                    .hasSizeGreaterThanOrEqualTo(crowd.regulars())
                    .containsOnly(DRAINED);
            crowd.assertNothingLost();
            List<Duration> late = closings.lateness().stream().sorted().toList();
            System.out.printf(
                    "%d lots closed while all was restarted: half within %s, the last %s late%n",
                    late.size(), late.get(late.size() / 2), late.getLast());
            assertThat(late.getLast()).isLessThan(ALARM);
        }
    }
}
