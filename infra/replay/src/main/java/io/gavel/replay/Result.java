package io.gavel.replay;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.gavel.bidding.auction.Lot;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What became of a lot, as far as its commands go.
 *
 * @param outcome sold, unsold or cancelled; of a lot that has not closed, its status; {@code
 *     not-listed} if there is none
 * @param winner who won, or leads a lot that is still open
 * @param account who that is; paddles are given in the order of first bids, so the same person may
 *     have another in another run
 */
@JsonPropertyOrder({"outcome", "hammer", "winner", "account", "price", "bids", "closesAt"})
record Result(
        String outcome,
        @Nullable Money hammer,
        @Nullable Paddle winner,
        @Nullable AccountId account,
        @Nullable Money price,
        int bids,
        @Nullable Instant closesAt) {

    private static final Result NOT_LISTED =
            new Result("not-listed", null, null, null, null, 0, null);

    static Result of(@Nullable Room room) {
        if (room == null || !(room.entry().lot() instanceof Lot.Listed lot)) {
            return NOT_LISTED;
        }
        PublicState state = lot.publicState(room.now());
        Lot.Closed closed = lot instanceof Lot.Closed fallen ? fallen : null;
        Paddle winner = closed == null ? state.leader() : closed.winner();
        return new Result(
                closed == null ? lot.status().word() : closed.outcome().word(),
                closed == null ? null : closed.hammer(),
                winner,
                winner == null ? null : room.account(winner),
                state.price(),
                state.bids(),
                state.closesAt());
    }

    /** Names of what is different; the winner is the same if the account is. */
    List<String> changedTo(Result after) {
        List<String> names = new ArrayList<>();
        addIf(names, "outcome", outcome, after.outcome);
        addIf(names, "hammer", hammer, after.hammer);
        addIf(names, "winner", account, after.account);
        addIf(names, "price", price, after.price);
        addIf(names, "bids", bids, after.bids);
        addIf(names, "closesAt", closesAt, after.closesAt);
        return names;
    }

    private static void addIf(
            List<String> names, String name, @Nullable Object before, @Nullable Object after) {
        if (!Objects.equals(before, after)) {
            names.add(name);
        }
    }

    /** In words, such as {@code sold to alice for 12500}. */
    String words() {
        if (account == null) {
            return outcome;
        }
        return hammer == null
                ? outcome + ", led by " + account + " at " + price
                : outcome + " to " + account + " for " + hammer;
    }
}
