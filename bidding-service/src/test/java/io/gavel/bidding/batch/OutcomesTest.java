package io.gavel.bidding.batch;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.decision.Reason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class OutcomesTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Outcomes outcomes = new Outcomes(meters);

    @Test
    void decisions_are_counted_by_outcome_and_reason() {
        outcomes.count(null);
        outcomes.count(Reason.TOO_LOW);
        outcomes.count(Reason.TOO_LOW);
        assertThat(counted("accepted", "none")).isOne();
        assertThat(counted("rejected", "too-low")).isEqualTo(2);
    }

    @Test
    void every_reason_is_there_before_it_is_given() {
        for (Reason reason : Reason.values()) {
            assertThat(counted("rejected", reason.word())).isZero();
        }
    }

    private double counted(String outcome, String reason) {
        return meters.get("gavel.bidding.decisions")
                .tags("outcome", outcome, "reason", reason)
                .counter()
                .count();
    }
}
