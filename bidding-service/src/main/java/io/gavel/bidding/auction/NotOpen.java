package io.gavel.bidding.auction;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.decision.Reason;

/** Why a lot does not take what only an open lot of the right kind takes. */
final class NotOpen {

    private NotOpen() {}

    /**
     * The refusal of a lot that is not open.
     *
     * @throws IllegalArgumentException if it is open
     */
    static Verdict refuse(Lot lot) {
        return Verdict.refused(
                switch (lot) {
                    case Lot.Unlisted() -> Reason.UNKNOWN_LOT;
                    case Lot.Scheduled _ -> Reason.NOT_OPEN;
                    case Lot.Paused _ -> Reason.PAUSED;
                    case Lot.Closed _ -> Reason.CLOSED;
                    case Lot.Open _ -> throw new IllegalArgumentException("the lot is open");
                });
    }

    /** The refusal of a command that belongs to another kind of auction. */
    static Verdict refuse(Command command, Bidding bidding) {
        return Verdict.refused(
                Reason.INVALID,
                "type: "
                        + CommandJson.typeOf(command)
                        + " (expected: "
                        + (bidding instanceof DutchBidding ? "accept-price" : "place-bid")
                        + ", the lot is "
                        + bidding.terms().rules().format().word()
                        + ")");
    }
}
