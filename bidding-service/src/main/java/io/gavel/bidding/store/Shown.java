package io.gavel.bidding.store;

import io.gavel.bidding.auction.Lot;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.PublicState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What lots are chosen and sorted by that every bid changes: columns of {@code lot}.
 *
 * @param price the public one; of a Dutch lot that nobody has bought, where it starts
 * @param ahead the paddle that leads or has won; {@value #NOBODY} if there is none, or nobody may
 *     know
 */
public record Shown(long price, long bids, int ahead) {

    private static final int NOBODY = 0;

    /** Before any lot has opened, when a falling price has not fallen. */
    private static final Instant BEFORE = Instant.EPOCH;

    public static Shown of(Lot.Listed lot) {
        PublicState state = lot.publicState(BEFORE);
        Paddle ahead = lot instanceof Lot.Closed closed ? closed.winner() : state.leader();
        return new Shown(state.price().minor(), state.bids(), number(ahead));
    }

    private static int number(@Nullable Paddle ahead) {
        return ahead == null ? NOBODY : ahead.number();
    }
}
