package io.gavel.gateway.advice;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.Money;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the log has refused an account on a lot.
 *
 * @param price at which it refused a bid as too low when the account had no paddle, that is, before
 *     it had any bid accepted; the highest such price, null if there is none
 * @param ids of refused commands, the newest {@value #MOST_IDS}
 */
public record Refusal(@Nullable Money price, List<CommandId> ids) {

    static final int MOST_IDS = 8;

    /** Nothing was refused. */
    public static final Refusal NONE = new Refusal(null, List.of());

    public Refusal {
        ids = List.copyOf(ids);
    }

    /** Adds a refusal by the log; an acceptance changes nothing of what was true before it. */
    Refusal and(Decision decision) {
        if (decision.outcome() == DecisionOutcome.ACCEPTED) {
            return this;
        }
        List<CommandId> newest = new ArrayList<>(ids);
        newest.remove(decision.id());
        newest.add(decision.id());
        if (newest.size() > MOST_IDS) {
            newest.removeFirst();
        }
        return new Refusal(higher(decision), newest);
    }

    private @Nullable Money higher(Decision decision) {
        boolean hadNoBid = decision.reason() == Reason.TOO_LOW && decision.paddle() == null;
        Money at = hadNoBid ? decision.price() : null;
        if (price == null || at == null) {
            return at == null ? price : at;
        }
        return price.max(at);
    }
}
