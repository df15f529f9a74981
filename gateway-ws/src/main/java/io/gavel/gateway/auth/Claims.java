package io.gavel.gateway.auth;

import io.gavel.contracts.lot.AccountId;
import java.util.List;
import org.springframework.security.oauth2.jwt.Jwt;

/** What a token says, besides roles. Each throws IllegalArgumentException if it cannot be read. */
final class Claims {

    /** True: whoever holds it may not bid; absent means false. */
    static final String SUSPENDED = "suspended";

    /** The accounts of a seller's people, an array; absent means none. */
    static final String LINKED_ACCOUNTS = "linked_accounts";

    private Claims() {}

    static AccountId account(Jwt token) {
        String subject = token.getSubject();
        if (subject == null) {
            throw new IllegalArgumentException("sub: missing (expected: an account)");
        }
        return account("sub", subject);
    }

    static boolean suspended(Jwt token) {
        return switch (token.<Object>getClaim(SUSPENDED)) {
            case null -> false;
            case Boolean flag -> flag;
            default ->
                    throw new IllegalArgumentException(
                            SUSPENDED + ": not a flag (expected: true or false)");
        };
    }

    static List<AccountId> linkedAccounts(Jwt token) {
        return switch (token.<Object>getClaim(LINKED_ACCOUNTS)) {
            case null -> List.of();
            case List<?> all ->
                    all.stream()
                            .map(each -> account(LINKED_ACCOUNTS, String.valueOf(each)))
                            .toList();
            default ->
                    throw new IllegalArgumentException(
                            LINKED_ACCOUNTS + ": not an array (expected: an array of accounts)");
        };
    }

    private static AccountId account(String claim, String text) {
        try {
            return new AccountId(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(claim + ": " + e.getMessage(), e);
        }
    }
}
