package io.gavel.gateway.auth;

import java.util.Optional;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Refuses to start where it would be unclear whose tokens are good. */
@Component
class IssuerCheck implements BeanFactoryPostProcessor {

    private static final String JWT = "spring.security.oauth2.resourceserver.jwt.";

    @Override
    public void postProcessBeanFactory(ConfigurableListableBeanFactory beans) {
        Environment settings = beans.getBean(Environment.class);
        boolean demo = isSet(settings, "gavel.demo.signing-key");
        boolean issuer =
                isSet(settings, JWT + "issuer-uri") || isSet(settings, JWT + "jwk-set-uri");
        boolean publicKey = isSet(settings, JWT + "public-key-location");
        problem(demo, issuer, publicKey)
                .or(() -> signInProblem(settings))
                .ifPresent(sentence -> {
                    throw new UnclearIssuer(sentence);
                });
    }

    /** What is wrong with these settings, if anything. */
    static Optional<String> problem(boolean demo, boolean issuer, boolean publicKey) {
        if (demo && issuer) {
            return Optional.of(
                    "Demo mode gives anybody a token, so it cannot be on together with a real"
                            + " issuer: set either gavel.demo.signing-key or "
                            + JWT
                            + "issuer-uri.");
        }
        if (!issuer && !publicKey) {
            return Optional.of(
                    "Nobody's tokens would be good: set "
                            + JWT
                            + "issuer-uri, or in demo mode "
                            + JWT
                            + "public-key-location.");
        }
        return Optional.empty();
    }

    private static Optional<String> signInProblem(Environment settings) {
        if (isSet(settings, "gavel.auth.client-id") && !isSet(settings, JWT + "issuer-uri")) {
            return Optional.of(
                    "gavel.auth.client-id is a name at an issuer, and there is none to sign in at:"
                            + " set "
                            + JWT
                            + "issuer-uri too.");
        }
        return Optional.empty();
    }

    private static boolean isSet(Environment settings, String name) {
        String value = settings.getProperty(name);
        return value != null && !value.isBlank();
    }
}
