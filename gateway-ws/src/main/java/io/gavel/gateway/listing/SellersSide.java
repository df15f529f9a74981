package io.gavel.gateway.listing;

import io.gavel.contracts.json.Fields;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Listing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Who may not bid on a lot since he belongs to its seller. */
final class SellersSide {

    private SellersSide() {}

    /**
     * The listing with the accounts that the seller's token links to him besides those he named;
     * the same ones always give the same listing. Nothing, and a problem, if they are too many.
     */
    static Optional<Listing> joined(Listing listing, List<AccountId> known, Fields fields) {
        List<AccountId> all =
                Stream.concat(
                                listing.linkedAccounts().stream(),
                                known.stream().sorted(Comparator.comparing(AccountId::value)))
                        .distinct()
                        .toList();
        if (all.size() > Listing.MAX_LINKED_ACCOUNTS) {
            fields.problem(
                    "linkedAccounts",
                    all.size()
                            + " with those of the token (expected: at most "
                            + Listing.MAX_LINKED_ACCOUNTS
                            + ")");
            return Optional.empty();
        }
        return Optional.of(
                new Listing(
                        listing.title(),
                        listing.description(),
                        listing.rules(),
                        listing.reserve(),
                        all,
                        listing.photos()));
    }
}
