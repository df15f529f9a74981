package io.gavel.replay;

import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one command.
 *
 * @param reason null when accepted
 * @param decision the exact bytes, as production stores and sends them
 * @param events in the exact bytes of the lot's log; none when the command was decided before
 */
public record Said(
        DecisionOutcome outcome,
        @Nullable Reason reason,
        byte[] decision,
        List<SealedEvent> events) {

    Said decisionOnly() {
        return new Said(outcome, reason, decision, List.of());
    }

    /** In words: {@code accepted}, or {@code rejected} and why. */
    String words() {
        return reason == null ? outcome.word() : outcome.word() + " " + reason.word();
    }
}
