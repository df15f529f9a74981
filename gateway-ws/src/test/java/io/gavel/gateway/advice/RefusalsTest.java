package io.gavel.gateway.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefusalsTest {

    private static final LotId LOT = new LotId(new UUID(0, 3));

    private final Refusals refusals = new Refusals(2);

    @Test
    void the_highest_price_at_which_a_bidder_without_a_paddle_was_refused_is_remembered() {
        refusals.decided(refused(1, "alice", Reason.TOO_LOW, 1_500, null));
        refusals.decided(refused(2, "alice", Reason.TOO_LOW, 1_200, null));
        assertThat(of("alice").price()).isEqualTo(new Money(1_500));
        refusals.decided(refused(3, "alice", Reason.TOO_LOW, 1_600, null));
        assertThat(of("alice").price()).isEqualTo(new Money(1_600));
        assertThat(of("bob")).isEqualTo(Refusal.NONE);
    }

    @Test
    void who_has_a_paddle_may_have_bid_less_before_and_other_reasons_say_nothing_of_paddles() {
        refusals.decided(refused(1, "alice", Reason.TOO_LOW, 1_500, 7));
        refusals.decided(refused(2, "alice", Reason.CONFLICT, 1_500, null));
        refusals.decided(refused(3, "alice", Reason.PAUSED, 1_500, null));
        assertThat(of("alice").price()).isNull();
        assertThat(of("alice").ids()).containsExactly(id(1), id(2), id(3));
    }

    @Test
    void what_was_accepted_changes_nothing_of_what_was_true_before() {
        refusals.decided(decision(1, "alice", null, 1_000, 7));
        assertThat(refusals.size()).isZero();
        refusals.decided(refused(2, "alice", Reason.TOO_LOW, 1_500, null));
        refusals.decided(decision(3, "alice", null, 1_600, 7));
        assertThat(of("alice").price()).isEqualTo(new Money(1_500));
    }

    @Test
    void a_few_ids_are_remembered_each_once() {
        for (int number = 1; number <= Refusal.MOST_IDS + 1; number++) {
            refusals.decided(refused(number, "alice", Reason.TOO_LOW, 1_500, null));
            refusals.decided(refused(number, "alice", Reason.TOO_LOW, 1_500, null));
        }
        assertThat(of("alice").ids())
                .hasSize(Refusal.MOST_IDS)
                .startsWith(id(2))
                .endsWith(id(Refusal.MOST_IDS + 1));
    }

    @Test
    void the_one_unused_for_longest_is_forgotten_first() {
        refusals.decided(refused(1, "alice", Reason.TOO_LOW, 1_500, null));
        refusals.decided(refused(2, "bob", Reason.TOO_LOW, 1_500, null));
        assertThat(of("alice")).isNotEqualTo(Refusal.NONE);
        refusals.decided(refused(3, "carol", Reason.TOO_LOW, 1_500, null));
        assertThat(of("bob")).isEqualTo(Refusal.NONE);
        assertThat(of("alice")).isNotEqualTo(Refusal.NONE);
        assertThat(refusals.size()).isEqualTo(2);
    }

    private Refusal of(String account) {
        return refusals.of(LOT, new AccountId(account));
    }

    private static CommandId id(int number) {
        return new CommandId(new UUID(0, number));
    }

    private static Decision refused(
            int number, String by, Reason reason, long price, @Nullable Integer paddle) {
        return decision(number, by, reason, price, paddle);
    }

    private static Decision decision(
            int number, String by, @Nullable Reason reason, long price, @Nullable Integer paddle) {
        return new Decision(
                id(number),
                LOT,
                new AccountId(by),
                reason == null ? DecisionOutcome.ACCEPTED : DecisionOutcome.REJECTED,
                reason,
                null,
                false,
                18L,
                new Money(price),
                new Money(price + 100),
                null,
                paddle == null ? null : new Paddle(paddle),
                Instant.EPOCH,
                3,
                8813);
    }
}
