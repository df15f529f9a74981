package io.gavel.gateway.auth;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** How people sign in on the page. */
sealed interface SignIn {

    /** What the page is told. */
    Map<String, Object> told();

    /** In any name, for trying Gavel out. */
    record AsAnybody() implements SignIn {
        @Override
        public Map<String, Object> told() {
            return Map.of("mode", "demo");
        }
    }

    /**
     * At an OIDC issuer.
     *
     * @param clientId under which it knows the page; no secret
     */
    record AtIssuer(URI issuer, String clientId, List<String> scopes) implements SignIn {

        public AtIssuer {
            if (issuer.getHost() == null) {
                throw new IllegalArgumentException(
                        "issuer: " + issuer + " (expected: such as https://accounts.example.org)");
            }
            scopes = List.copyOf(scopes);
        }

        @Override
        public Map<String, Object> told() {
            return Map.of(
                    "mode",
                    "oidc",
                    "issuer",
                    issuer.toString(),
                    "clientId",
                    clientId,
                    "scopes",
                    scopes);
        }
    }

    /** Not on the page: tokens come from elsewhere. */
    record Nowhere() implements SignIn {
        @Override
        public Map<String, Object> told() {
            return Map.of("mode", "none");
        }
    }
}
