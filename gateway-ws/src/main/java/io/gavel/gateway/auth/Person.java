package io.gavel.gateway.auth;

import static java.util.Objects.requireNonNullElse;

import io.gavel.contracts.lot.AccountId;
import java.time.Instant;
import java.util.List;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Who a token says somebody is.
 *
 * @param suspended he may not bid; the lot's log decides so, not the gateway
 * @param linkedAccounts of the seller's people, who may not bid on his lots any more than he
 * @param expiresAt from then on the token says nothing
 */
public record Person(
        AccountId account,
        List<String> roles,
        boolean suspended,
        List<AccountId> linkedAccounts,
        Instant expiresAt) {

    private static final String PREFIX = "ROLE_";
    private static final String BIDDER = "BIDDER";
    private static final String OPERATOR = "OPERATOR";

    public Person {
        roles = List.copyOf(roles);
        linkedAccounts = List.copyOf(linkedAccounts);
    }

    /** Whom a checked token names. */
    public static Person of(JwtAuthenticationToken known) {
        Jwt token = known.getToken();
        return new Person(
                Claims.account(token),
                roles(known),
                Claims.suspended(token),
                Claims.linkedAccounts(token),
                requireNonNullElse(token.getExpiresAt(), Instant.MAX));
    }

    /** The same, suspended whatever the token says. */
    public Person asSuspended() {
        return new Person(account, roles, true, linkedAccounts, expiresAt);
    }

    public boolean mayBid() {
        return roles.contains(BIDDER);
    }

    public boolean isOperator() {
        return roles.contains(OPERATOR);
    }

    public boolean isValidAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "Person[account=" + account + ", roles=" + roles + "]";
    }

    private static List<String> roles(JwtAuthenticationToken known) {
        return known.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .filter(authority -> authority != null && authority.startsWith(PREFIX))
                .map(authority -> authority.substring(PREFIX.length()))
                .sorted()
                .toList();
    }
}
