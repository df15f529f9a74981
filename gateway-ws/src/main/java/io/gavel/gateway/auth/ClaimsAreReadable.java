package io.gavel.gateway.auth;

import java.util.Optional;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** A token is good only if all that Gavel reads of it can be read: nothing is passed over. */
@Component
class ClaimsAreReadable implements OAuth2TokenValidator<Jwt> {

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        return problem(token)
                .map(why -> new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null))
                .map(OAuth2TokenValidatorResult::failure)
                .orElseGet(OAuth2TokenValidatorResult::success);
    }

    private static Optional<String> problem(Jwt token) {
        try {
            Claims.account(token);
            Claims.suspended(token);
            Claims.linkedAccounts(token);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
