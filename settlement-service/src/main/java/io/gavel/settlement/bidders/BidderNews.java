package io.gavel.settlement.bidders;

import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.settlement.records.Required;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who bids under a paddle, and his maximum as the newest decision left it. Private: it is never
 * logged.
 *
 * @param max null when that decision left none, as after taking bids back
 * @param offset of that decision; all of a lot are in one partition
 */
record BidderNews(LotId lot, Paddle paddle, AccountId account, @Nullable Money max, long offset) {

    private record Seat(LotId lot, Paddle paddle) {}

    private static final Comparator<Seat> ORDER =
            Comparator.comparing(Seat::lot).thenComparingInt(seat -> seat.paddle().number());

    /**
     * Reads a decision; nothing where it seats nobody.
     *
     * @throws IllegalArgumentException if something is missing
     */
    static Optional<BidderNews> read(byte[] value) {
        Decision decision = Json.read(value, Decision.class);
        LotId lot = Required.field("lot", decision.lot());
        AccountId by = Required.field("by", decision.by());
        Required.field("outcome", decision.outcome());
        Paddle paddle = decision.paddle();
        return decision.outcome() == DecisionOutcome.ACCEPTED && paddle != null
                ? Optional.of(new BidderNews(lot, paddle, by, decision.max(), decision.offset()))
                : Optional.empty();
    }

    /** One for each paddle of a lot, in the order of lots and paddles. */
    static List<BidderNews> merged(Collection<BidderNews> news) {
        TreeMap<Seat, BidderNews> bySeat = new TreeMap<>(ORDER);
        news.forEach(each -> bySeat.merge(new Seat(each.lot, each.paddle), each, BidderNews::and));
        return List.copyOf(bySeat.values());
    }

    private BidderNews and(BidderNews other) {
        return other.offset > offset ? other : this;
    }

    @Nullable Long maxMinor() {
        return max == null ? null : max.minor();
    }

    @Override
    public String toString() {
        return "BidderNews[lot=" + lot + "]";
    }
}
