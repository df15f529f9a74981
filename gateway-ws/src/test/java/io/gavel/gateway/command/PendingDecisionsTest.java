package io.gavel.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PendingDecisionsTest {

    private static final Duration DEADLINE = Duration.ofSeconds(5);

    private final PendingDecisions pending = new PendingDecisions(2);
    private final PlaceBid bid = bid("alice");

    @Test
    void all_who_wait_for_a_decision_get_it() {
        PendingDecisions.Wait first = pending.await(bid).orElseThrow();
        PendingDecisions.Wait second = pending.await(bid).orElseThrow();
        Outcome.Decided outcome = decided();
        pending.decided(PendingDecisions.Key.of(bid), outcome);
        assertThat(first.decided().block(DEADLINE)).isEqualTo(outcome);
        assertThat(second.decided().block(DEADLINE)).isEqualTo(outcome);
    }

    @Test
    void the_same_id_of_another_account_is_another_decision() {
        pending.await(bid);
        assertThat(pending.isAwaited(PendingDecisions.Key.of(bid("mallory")))).isFalse();
        assertThat(pending.isAwaited(PendingDecisions.Key.of(bid))).isTrue();
    }

    @Test
    void no_more_wait_than_allowed_and_who_leaves_makes_room() {
        PendingDecisions.Wait first = pending.await(bid).orElseThrow();
        pending.await(bid);
        assertThat(pending.await(bid)).isEmpty();
        first.leave();
        assertThat(pending.await(bid)).isPresent();
        assertThat(pending.count()).isEqualTo(2);
    }

    @Test
    void nothing_is_kept_of_those_who_left() {
        pending.await(bid).orElseThrow().leave();
        assertThat(pending.isAwaited(PendingDecisions.Key.of(bid))).isFalse();
        assertThat(pending.count()).isZero();
    }

    private static PlaceBid bid(String by) {
        return new PlaceBid(
                new CommandId(new UUID(0, 1)),
                new LotId(new UUID(0, 2)),
                new AccountId(by),
                new Money(1200),
                false,
                false);
    }

    private Outcome.Decided decided() {
        return new Outcome.Decided(
                new Decision(
                        bid.id(),
                        bid.lot(),
                        bid.by(),
                        DecisionOutcome.ACCEPTED,
                        null,
                        null,
                        true,
                        3L,
                        new Money(1000),
                        new Money(1050),
                        new Money(1200),
                        null,
                        Instant.EPOCH,
                        0,
                        0),
                new byte[0]);
    }
}
