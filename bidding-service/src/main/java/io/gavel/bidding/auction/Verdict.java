package io.gavel.bidding.auction;

import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command does: the facts in their order, and the answer to its sender. */
public record Verdict(List<Fact> facts, Answer answer) {

    static Verdict accepted(List<Fact> facts) {
        return new Verdict(facts, new Answer.Accepted());
    }

    static Verdict bidAccepted(List<Fact> facts, Paddle paddle, Money max) {
        return new Verdict(facts, new Answer.BidAccepted(paddle, max));
    }

    static Verdict refused(Reason reason) {
        return refused(reason, null);
    }

    /** Refused, with what came and what was expected. */
    static Verdict refused(Reason reason, @Nullable String detail) {
        return new Verdict(List.of(), new Answer.Refused(reason, detail));
    }

    /** The same after what was due already. */
    Verdict after(List<Fact> due) {
        if (due.isEmpty()) {
            return this;
        }
        List<Fact> all = new ArrayList<>(due);
        all.addAll(facts);
        return new Verdict(all, answer);
    }
}
