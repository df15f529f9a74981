package io.gavel.bidding.log;

import io.gavel.bidding.auction.DutchBidding;
import io.gavel.bidding.auction.EnglishBidding;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.auction.SealedBidding;
import io.gavel.bidding.auction.Standing;
import io.gavel.contracts.lot.AccountId;
import org.jspecify.annotations.Nullable;

/** Who leads, for those who may know. */
final class Leader {

    private Leader() {}

    /** The account that leads; null if nobody does, or nobody may know. */
    static @Nullable AccountId of(Lot lot) {
        if (!(lot instanceof Lot.Opened opened)) {
            return null;
        }
        Standing standing =
                switch (opened.bidding()) {
                    case EnglishBidding english -> english.standing();
                    case DutchBidding dutch -> dutch.standing();
                    case SealedBidding _ -> new Standing.NoBids();
                };
        return standing instanceof Standing.Led led ? led.leader() : null;
    }

    /** Whether bidders on the lot know where they stand while it is open. */
    static boolean isKnown(Lot lot) {
        return !(lot instanceof Lot.Scheduled)
                && !(lot instanceof Lot.Opened opened && opened.bidding() instanceof SealedBidding);
    }
}
