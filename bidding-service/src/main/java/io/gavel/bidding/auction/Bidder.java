package io.gavel.bidding.auction;

import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Paddle;
import java.util.Optional;

/**
 * Who wants to bid.
 *
 * @param paddle his own, or the next one if this is his first bid
 */
record Bidder(AccountId account, Paddle paddle, boolean suspended) {

    static Bidder of(AccountId account, Optional<Paddle> known, int given, boolean suspended) {
        return new Bidder(
                account, known.isPresent() ? known.get() : new Paddle(given + 1), suspended);
    }

    /** Why he may not bid on a lot at all, if he may not (RULES, "Not allowed"). */
    Optional<Verdict> barredFrom(Terms terms) {
        if (terms.isSellersSide(account)) {
            return Optional.of(Verdict.refused(Reason.OWN_LOT));
        }
        return suspended
                ? Optional.of(
                        Verdict.refused(
                                Reason.NOT_ALLOWED, "the account is suspended from bidding"))
                : Optional.empty();
    }
}
