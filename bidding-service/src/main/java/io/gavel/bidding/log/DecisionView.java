package io.gavel.bidding.log;

import io.gavel.bidding.auction.Answer;
import io.gavel.bidding.auction.Lot;
import io.gavel.contracts.command.AcceptPrice;
import io.gavel.contracts.command.AuctioneerCommand;
import io.gavel.contracts.command.BuyNow;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.InvalidCommand;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.LowerMax;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.RetractBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the sender of a command is told, in full. */
final class DecisionView {

    private DecisionView() {}

    static Decision of(
            Command command,
            Answer answer,
            Optional<Paddle> paddle,
            LotEntry after,
            Moment moment) {
        Paddle known = paddle.orElse(null);
        return switch (answer) {
            case Answer.Accepted() ->
                    decision(
                            command,
                            DecisionOutcome.ACCEPTED,
                            null,
                            null,
                            known,
                            null,
                            after,
                            moment);
            case Answer.BidAccepted(var own, var max) ->
                    decision(
                            command, DecisionOutcome.ACCEPTED, null, null, own, max, after, moment);
            case Answer.Refused(var reason, var detail) ->
                    decision(
                            command,
                            DecisionOutcome.REJECTED,
                            reason,
                            detail,
                            known,
                            null,
                            after,
                            moment);
        };
    }

    /** The answer to a command whose id was used before with another content. */
    static Decision conflict(Command command, LotEntry now, Moment moment) {
        String detail = "id: used before with another content (expected: a new id)";
        return decision(
                command,
                DecisionOutcome.REJECTED,
                Reason.CONFLICT,
                detail,
                null,
                null,
                now,
                moment);
    }

    private static Decision decision(
            Command command,
            DecisionOutcome outcome,
            @Nullable Reason reason,
            @Nullable String detail,
            @Nullable Paddle paddle,
            @Nullable Money max,
            LotEntry after,
            Moment moment) {
        PublicState state =
                after.lot() instanceof Lot.Listed listed ? listed.publicState(moment.at()) : null;
        return new Decision(
                command.id(),
                command.lot(),
                command.by(),
                outcome,
                reason,
                detail,
                leading(command, after.lot(), outcome),
                state == null ? null : after.head().version(),
                state == null ? null : state.price(),
                state == null ? null : state.next(),
                max,
                paddle,
                moment.at(),
                moment.partition(),
                moment.offset());
    }

    /** Null where it was no bid, or where nobody may know. */
    private static @Nullable Boolean leading(Command command, Lot lot, DecisionOutcome outcome) {
        if (!isBid(command) || !Leader.isKnown(lot)) {
            return null;
        }
        return leads(command.by(), lot, outcome);
    }

    private static boolean isBid(Command command) {
        return switch (command) {
            case PlaceBid _, LowerMax _, BuyNow _, AcceptPrice _ -> true;
            case ListLot _, RetractBid _, AuctioneerCommand _, CloseDue _, InvalidCommand _ ->
                    false;
        };
    }

    /** On a closed lot nobody leads, but who has just bought it is told that he does. */
    private static boolean leads(AccountId account, Lot lot, DecisionOutcome outcome) {
        boolean mayLead = !(lot instanceof Lot.Closed) || outcome == DecisionOutcome.ACCEPTED;
        return mayLead && account.equals(Leader.of(lot));
    }
}
