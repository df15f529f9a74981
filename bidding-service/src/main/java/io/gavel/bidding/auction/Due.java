package io.gavel.bidding.auction;

import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What time alone brings about: opening at {@code opensAt}, the hammer at {@code closesAt}; equal
 * is due. A paused lot's clock stands.
 */
final class Due {

    private Due() {}

    static List<Fact> facts(LotId id, Lot lot, Instant at) {
        return switch (lot) {
            case Lot.Open(Bidding bidding) ->
                    at.isBefore(bidding.span().closesAt()) ? List.of() : close(bidding, at, null);
            case Lot.Scheduled scheduled -> opening(id, scheduled, at);
            case Lot.Unlisted _, Lot.Paused _, Lot.Closed _ -> List.of();
        };
    }

    private static List<Fact> opening(LotId id, Lot.Scheduled scheduled, Instant at) {
        Instant opensAt = scheduled.terms().rules().opensAt();
        if (opensAt == null || at.isBefore(opensAt)) {
            return List.of();
        }
        List<Fact> opened = AbsenteeBids.open(id, scheduled, opensAt);
        List<Fact> facts = new ArrayList<>(opened);
        facts.addAll(facts(id, Evolution.evolve(id, scheduled, opened), at));
        return facts;
    }

    /**
     * The hammer falls.
     *
     * @param reason why before its time; null when the end has come
     */
    static List<Fact> close(Bidding bidding, Instant at, @Nullable String reason) {
        return switch (bidding) {
            case EnglishBidding english -> new EnglishAuction(english, at).hammer(reason);
            case SealedBidding sealed -> SealedAuction.close(sealed, at, reason);
            case DutchBidding _ ->
                    List.of(new Fact.HammerFell(CloseOutcome.UNSOLD, null, null, at, reason));
        };
    }
}
