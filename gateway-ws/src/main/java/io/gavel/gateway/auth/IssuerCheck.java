package io.gavel.gateway.auth;

import io.gavel.gateway.GatewayProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.stereotype.Component;

/** Refuses to start where it would be unclear whose tokens are good. */
@Component
class IssuerCheck {

    IssuerCheck(GatewayProperties gavel, OAuth2ResourceServerProperties tokens) {
        OAuth2ResourceServerProperties.Jwt jwt = tokens.getJwt();
        boolean demo = gavel.demo().signingKey() != null;
        boolean issuer = jwt.getIssuerUri() != null || jwt.getJwkSetUri() != null;
        if (demo && issuer) {
            throw new IllegalStateException(
                    "gavel.demo.signing-key: demo mode gives anybody a token, so it cannot be on"
                            + " together with an issuer (expected: either it or"
                            + " spring.security.oauth2.resourceserver.jwt.issuer-uri)");
        }
        if (!issuer && jwt.getPublicKeyLocation() == null) {
            throw new IllegalStateException(
                    "spring.security.oauth2.resourceserver.jwt: nobody's tokens would be good"
                            + " (expected: issuer-uri, or public-key-location in demo mode)");
        }
    }
}
