package io.gavel.gateway.auth;

import java.net.URI;

/**
 * The content security policy of the page: everything is from its own origin, nothing is inline;
 * besides it talks to the issuer where people sign in, and to nobody else.
 */
final class PagePolicy {

    private PagePolicy() {}

    static String allowing(SignIn signIn) {
        String callable =
                switch (signIn) {
                    case SignIn.AtIssuer at -> "'self' " + origin(at.issuer());
                    case SignIn.AsAnybody _, SignIn.Nowhere _ -> "'self'";
                };
        return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
                + " connect-src "
                + callable
                + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** As browsers spell it: without the port that its scheme has anyway, and without a path. */
    private static String origin(URI issuer) {
        return issuer.getScheme()
                + "://"
                + issuer.getHost()
                + (issuer.getPort() < 0 ? "" : ":" + issuer.getPort());
    }
}
