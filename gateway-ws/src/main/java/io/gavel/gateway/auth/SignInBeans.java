package io.gavel.gateway.auth;

import io.gavel.gateway.GatewayProperties;
import java.net.URI;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How people sign in here, as it is configured. */
@Configuration(proxyBeanMethods = false)
class SignInBeans {

    @Bean
    SignIn signIn(
            GatewayProperties properties,
            @Value("${spring.security.oauth2.resourceserver.jwt.issuer-uri:}") String issuer) {
        if (properties.demo().signingKey() != null) {
            return new SignIn.AsAnybody();
        }
        String clientId = properties.auth().clientId();
        return clientId == null || clientId.isBlank()
                ? new SignIn.Nowhere()
                : new SignIn.AtIssuer(URI.create(issuer), clientId, properties.auth().scopes());
    }
}
