package io.gavel.gateway.auth;

import io.gavel.contracts.lot.AccountId;
import java.time.Instant;
import java.util.List;

/**
 * Who a token says somebody is.
 *
 * @param expiresAt from then on the token says nothing
 */
public record Person(AccountId account, List<String> roles, Instant expiresAt) {

    private static final String BIDDER = "BIDDER";

    public boolean mayBid() {
        return roles.contains(BIDDER);
    }

    public boolean isValidAt(Instant now) {
        return now.isBefore(expiresAt);
    }
}
