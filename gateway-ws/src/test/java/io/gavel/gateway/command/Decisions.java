package io.gavel.gateway.command;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Decisions as the bidding service takes them. */
public final class Decisions {

    private Decisions() {}

    public static Decision accepted(LotId lot, CommandId id, String by) {
        return decision(lot, id, by, DecisionOutcome.ACCEPTED, null, null);
    }

    public static Decision rejected(
            LotId lot, CommandId id, String by, Reason reason, @Nullable String detail) {
        return decision(lot, id, by, DecisionOutcome.REJECTED, reason, detail);
    }

    private static Decision decision(
            LotId lot,
            CommandId id,
            String by,
            DecisionOutcome outcome,
            @Nullable Reason reason,
            @Nullable String detail) {
        return new Decision(
                id,
                lot,
                new AccountId(by),
                outcome,
                reason,
                detail,
                outcome == DecisionOutcome.ACCEPTED,
                18L,
                new Money(12_500),
                new Money(13_000),
                new Money(20_000),
                new Paddle(12),
                Instant.parse("2026-11-22T14:03:07.412Z"),
                3,
                8813);
    }
}
