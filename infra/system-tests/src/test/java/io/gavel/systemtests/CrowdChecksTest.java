package io.gavel.systemtests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.event.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a crowd checks is noticed when it is wrong. */
class CrowdChecksTest {

    private static final String FIRST = event(1, Sha256.ZERO.toString());
    private static final String SECOND = event(2, hash(FIRST));
    private static final String THIRD = event(3, hash(SECOND));

    private final SeenLog seen = new SeenLog();
    private final Ledger ledger = new Ledger();

    @Test
    void a_log_in_order_is_fine_over_any_number_of_frames() {
        seen.log(frame(FIRST));
        seen.log(frame());
        seen.log(frame(SECOND, THIRD));
        assertThat(seen.wrong()).isEmpty();
        assertThat(seen.version()).isEqualTo(3);
    }

    @Test
    void a_hole_and_a_repetition_and_a_wrong_chain_and_a_snapshot_are_not() {
        seen.log(frame(FIRST, THIRD));
        assertThat(seen.wrong())
                .containsExactly("version 3 (expected: 2)", "prev of version 3 does not fit");
        seen.log(frame(THIRD));
        assertThat(seen.wrong()).contains("version 3 (expected: 4)");
        seen.snapshot("{}");
        assertThat(seen.wrong()).contains("not recovered: {}");
    }

    @Test
    void a_bid_has_one_decision() {
        Ledger.Bid bid = ledger.next();
        ledger.sending(bid);
        ledger.sending(bid);
        assertThat(ledger.open()).isEqualTo(1);
        String accepted = decision(bid, "accepted");
        ledger.told(accepted);
        ledger.told(accepted);
        assertThat(ledger.open()).isZero();
        assertThat(ledger.sentAgain()).isEqualTo(1);
        ledger.assertEachBidDecidedOnce(List.of(accepted));
        assertWrong(List.of());
        assertWrong(List.of(accepted, accepted));
        ledger.told(decision(bid, "rejected"));
        assertWrong(List.of(accepted));
    }

    private void assertWrong(List<String> stored) {
        assertThatThrownBy(() -> ledger.assertEachBidDecidedOnce(stored))
                .isInstanceOf(AssertionError.class);
    }

    private static String decision(Ledger.Bid bid, String outcome) {
        return "{\"id\":\"%s\",\"outcome\":\"%s\"}".formatted(bid.id(), outcome);
    }

    private static String frame(String... events) {
        return "{\"type\":\"log\",\"lot\":\"x\",\"events\":[" + String.join(",", events) + "]}";
    }

    private static String event(long version, String prev) {
        return "{\"lot\":\"x\",\"version\":%d,\"note\":\"a } and a \\\" {\",\"prev\":\"%s\"}"
                .formatted(version, prev);
    }

    private static String hash(String event) {
        return Sha256.of(event.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
