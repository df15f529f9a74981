package io.gavel.bidding.log;

import io.gavel.bidding.auction.Answer;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.auction.Standing;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.PlaceBid;
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
        PublicState state = after.lot() instanceof Lot.Listed listed ? listed.publicState() : null;
        return new Decision(
                command.id(),
                command.lot(),
                command.by(),
                outcome,
                reason,
                detail,
                command instanceof PlaceBid ? leads(command.by(), after.lot()) : null,
                state == null ? null : after.head().version(),
                state == null ? null : state.price(),
                state == null ? null : state.next(),
                max,
                paddle,
                moment.at(),
                moment.partition(),
                moment.offset());
    }

    private static boolean leads(AccountId account, Lot lot) {
        return lot instanceof Lot.Open(var bidding)
                && bidding.standing() instanceof Standing.Led led
                && led.leader().equals(account);
    }
}
