package io.gavel.gateway.auth;

import io.gavel.contracts.lot.AccountId;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.stereotype.Component;

/** A token is good only if its subject can be an account. */
@Component
class SubjectIsAccount implements OAuth2TokenValidator<Jwt> {

    @Override
    public OAuth2TokenValidatorResult validate(Jwt token) {
        try {
            String subject = token.getSubject();
            if (subject != null) {
                new AccountId(subject);
                return OAuth2TokenValidatorResult.success();
            }
        } catch (IllegalArgumentException e) {
            return refused("sub: " + e.getMessage());
        }
        return refused("sub: missing (expected: an account)");
    }

    private static OAuth2TokenValidatorResult refused(String why) {
        return OAuth2TokenValidatorResult.failure(
                new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
    }
}
