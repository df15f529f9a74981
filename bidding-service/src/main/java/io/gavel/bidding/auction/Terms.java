package io.gavel.bidding.auction;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.ReserveStatus;
import io.gavel.contracts.lot.Rules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was agreed when the lot was listed; never changes. */
public record Terms(LotId lot, AccountId seller, Listing listing) {

    public Rules rules() {
        return listing.rules();
    }

    /** When bidding begins: with the listing, unless the seller named a time. */
    Instant opensAt() {
        Instant named = rules().opensAt();
        return named == null ? Instant.MIN : named;
    }

    /** A price or maximum equal to the reserve meets it. */
    boolean reserveMetBy(Money amount) {
        Money reserve = listing.reserve();
        return reserve == null || amount.isAtLeast(reserve);
    }

    /** The price, lifted to the reserve if this maximum meets it (RULES, "Reserve"). */
    Money liftedToReserve(Money price, Money max) {
        Money reserve = listing.reserve();
        return reserve != null && reserveMetBy(max) ? price.max(reserve) : price;
    }

    ReserveStatus reserveAt(@Nullable Money price) {
        if (listing.reserve() == null) {
            return ReserveStatus.NONE;
        }
        return price != null && reserveMetBy(price) ? ReserveStatus.MET : ReserveStatus.NOT_MET;
    }
}
