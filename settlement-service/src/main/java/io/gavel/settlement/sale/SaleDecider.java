package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.sale.Sale;
import io.gavel.contracts.sale.SaleState;
import org.jspecify.annotations.Nullable;

/** Turns a closed lot into its sale (RULES, "Settlement"). */
final class SaleDecider {

    private SaleDecider() {}

    /** The same lot gives the same sale, byte for byte, whoever decides and how often. */
    static Verdict decide(ClosedLot closed) {
        ClosedLot.Listed listed = closed.listed();
        if (listed == null) {
            return new Verdict.Waiting(closed.lot(), "its listing");
        }
        return switch (closed.outcome()) {
            case SOLD -> {
                AccountId buyer = closed.buyer();
                yield buyer == null
                        ? new Verdict.Waiting(closed.lot(), "the winner's decision")
                        : sale(closed, listed, SaleState.AWAITING_PAYMENT, buyer);
            }
            case UNSOLD -> sale(closed, listed, SaleState.UNSOLD, null);
            case CANCELLED -> sale(closed, listed, SaleState.CANCELLED, null);
        };
    }

    private static Verdict sale(
            ClosedLot closed, ClosedLot.Listed listed, SaleState state, @Nullable AccountId buyer) {
        boolean sold = closed.outcome() == CloseOutcome.SOLD;
        return new Verdict.Settled(
                new Sale(
                        closed.lot(),
                        closed.version(),
                        listed.title(),
                        closed.outcome(),
                        state,
                        sold ? closed.hammer() : null,
                        sold ? closed.winner() : null,
                        listed.currency(),
                        closed.at(),
                        buyer,
                        listed.seller()));
    }
}
