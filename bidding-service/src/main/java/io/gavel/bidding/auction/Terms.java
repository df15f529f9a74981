package io.gavel.bidding.auction;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.PublicState;
import io.gavel.contracts.lot.ReserveStatus;
import io.gavel.contracts.lot.Rules;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What was agreed when the lot was listed; never changes. */
public record Terms(LotId lot, AccountId seller, Listing listing) {

    public Rules rules() {
        return listing.rules();
    }

    /** Whether all bids are kept while the lot is open, since its rules may need each of them. */
    public boolean keepsBook() {
        return switch (rules().format()) {
            case Format.English english -> english.retraction();
            case Format.SealedFirstPrice(), Format.SealedSecondPrice() -> true;
            case Format.Dutch _ -> false;
        };
    }

    /** Whether the account is the seller's own or linked to him. */
    boolean isSellersSide(AccountId account) {
        return account.equals(seller) || listing.linkedAccounts().contains(account);
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

    /** What everybody may know while no price has come about. */
    PublicState untouched(LotStatus status, int bids, Instant closesAt) {
        Money start = rules().startingPrice();
        return new PublicState(status, start, null, start, bids, closesAt, reserveAt(null));
    }
}
