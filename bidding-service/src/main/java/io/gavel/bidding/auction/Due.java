package io.gavel.bidding.auction;

import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What time alone brings about: opening at {@code opensAt}, more time for an outage, the hammer at
 * {@code closesAt}; equal is due. A paused lot's clock stands.
 */
final class Due {

    private Due() {}

    /**
     * All of it by a time.
     *
     * @param outages what is made good to the lot of outages; comes before its end
     */
    static List<Fact> facts(LotId id, Lot lot, List<Outage> outages, Instant at) {
        return switch (lot) {
            case Lot.Open(Bidding bidding) -> end(bidding, outages, at);
            case Lot.Scheduled _ -> {
                List<Fact> facts = new ArrayList<>(opening(id, lot, at));
                if (Evolution.evolve(id, lot, facts) instanceof Lot.Open(Bidding bidding)) {
                    facts.addAll(end(bidding, outages, at));
                }
                yield facts;
            }
            case Lot.Unlisted _, Lot.Paused _, Lot.Closed _ -> List.of();
        };
    }

    /** The opening alone; nothing unless it is due. */
    static List<Fact> opening(LotId id, Lot lot, Instant at) {
        return lot instanceof Lot.Scheduled scheduled && scheduled.isDue(at)
                ? AbsenteeBids.open(
                        id, scheduled, Objects.requireNonNull(scheduled.terms().rules().opensAt()))
                : List.of();
    }

    private static List<Fact> end(Bidding bidding, List<Outage> outages, Instant at) {
        List<Fact> facts = new ArrayList<>(0);
        Bidding now = bidding;
        for (Outage part : outages) {
            if (part.from().isBefore(now.span().closesAt())) {
                facts.add(new Fact.OutageMadeGood(part));
                now = now.with(now.span().madeGood(part));
            }
        }
        if (!at.isBefore(now.span().closesAt())) {
            facts.addAll(close(now, at, null));
        }
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
