package io.gavel.testkit;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * How people sign in at a {@link TestIssuer}: by the authorization code flow with PKCE, which it
 * insists on. There is no password: who comes is who was expected.
 */
public final class TestSignIn {

    private static final int BAD_REQUEST = 400;
    private static final int OK = 200;

    private final TestIssuer issuer;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private final Map<String, Map<String, String>> refreshTokens = new ConcurrentHashMap<>();
    private final AtomicInteger renewals = new AtomicInteger();
    private final AtomicInteger goodbyes = new AtomicInteger();
    private volatile String account = "nobody";
    private volatile List<String> roles = List.of();
    private volatile Duration lifetime = Duration.ofHours(1);
    private volatile boolean denying;
    private volatile boolean refreshing = true;
    private volatile @Nullable String state;

    TestSignIn(TestIssuer issuer) {
        this.issuer = issuer;
    }

    /** Who comes next, and what he may do. */
    public TestSignIn expect(String newAccount, String... newRoles) {
        account = newAccount;
        roles = List.of(newRoles);
        denying = false;
        return this;
    }

    /** Whoever comes next is not let in. */
    public void deny() {
        denying = true;
    }

    /** So long access tokens are good from now on; an hour unless told. */
    public void tokensLast(Duration newLifetime) {
        lifetime = newLifetime;
    }

    /** Whether refresh tokens are given, and taken; they are unless told. */
    public void refreshes(boolean newRefreshing) {
        refreshing = newRefreshing;
    }

    /** Says this {@code state} in place of the one that the page gave; null: the right one. */
    public void saysState(@Nullable String newState) {
        state = newState;
    }

    /** How often a refresh token was taken. */
    public int renewals() {
        return renewals.get();
    }

    /** How often somebody was signed out who said by his ID token who he was. */
    public int goodbyes() {
        return goodbyes.get();
    }

    void serve(HttpServer server) {
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.createContext("/sign-out", this::signOut);
    }

    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Exchanges.form(exchange.getRequestURI().getRawQuery());
        boolean safe =
                "code".equals(asked.get("response_type"))
                        && "S256".equals(asked.get("code_challenge_method"))
                        && !asked.getOrDefault("code_challenge", "").isEmpty();
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        String answer =
                denying
                        ? "error=access_denied"
                        : safe ? "code=" + code : "error=invalid_request&error_description=PKCE";
        String said = state == null ? asked.getOrDefault("state", "") : state;
        Exchanges.redirect(
                exchange,
                asked.get("redirect_uri")
                        + "?"
                        + answer
                        + "&state="
                        + URLEncoder.encode(said, UTF_8));
    }

    private void token(HttpExchange exchange) throws IOException {
        if ("OPTIONS".equals(exchange.getRequestMethod())) {
            Exchanges.answer(exchange, Exchanges.NO_CONTENT, Map.of());
            return;
        }
        Map<String, String> asked =
                Exchanges.form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        Map<String, String> authorized =
                switch (asked.getOrDefault("grant_type", "")) {
                    case "authorization_code" -> redeem(asked);
                    case "refresh_token" -> renew(asked);
                    default -> null;
                };
        if (authorized == null) {
            Exchanges.answer(exchange, BAD_REQUEST, Map.of("error", "invalid_grant"));
        } else {
            Exchanges.answer(exchange, OK, given(authorized));
        }
    }

    /** What was asked for when the code was given, if it is shown by who asked; once. */
    private @Nullable Map<String, String> redeem(Map<String, String> asked) {
        Map<String, String> authorized = codes.remove(asked.getOrDefault("code", ""));
        String verifier = asked.getOrDefault("code_verifier", "");
        return authorized != null
                        && challenge(verifier).equals(authorized.get("code_challenge"))
                        && same("client_id", asked, authorized)
                        && same("redirect_uri", asked, authorized)
                ? authorized
                : null;
    }

    /** Each refresh token is good once. */
    private @Nullable Map<String, String> renew(Map<String, String> asked) {
        Map<String, String> authorized =
                refreshTokens.remove(asked.getOrDefault("refresh_token", ""));
        if (!refreshing || authorized == null || !same("client_id", asked, authorized)) {
            return null;
        }
        renewals.incrementAndGet();
        return authorized;
    }

    private Map<String, Object> given(Map<String, String> authorized) {
        Instant end = Instant.now().plus(lifetime);
        TestToken token = issuer.token(account, roles.toArray(String[]::new)).until(end);
        Map<String, Object> given = new HashMap<>();
        given.put("token_type", "Bearer");
        given.put("expires_in", Math.max(0, lifetime.toSeconds()));
        given.put("access_token", token.signedWith(issuer.rsa()));
        given.put(
                "id_token",
                token.saying("aud", authorized.getOrDefault("client_id", ""))
                        .saying("nonce", authorized.getOrDefault("nonce", ""))
                        .signedWith(issuer.rsa()));
        if (refreshing) {
            String refreshToken = UUID.randomUUID().toString();
            refreshTokens.put(refreshToken, authorized);
            given.put("refresh_token", refreshToken);
        }
        return given;
    }

    private void signOut(HttpExchange exchange) throws IOException {
        Map<String, String> asked = Exchanges.form(exchange.getRequestURI().getRawQuery());
        if (asked.containsKey("id_token_hint")) {
            goodbyes.incrementAndGet();
        }
        Exchanges.redirect(exchange, asked.getOrDefault("post_logout_redirect_uri", "/"));
    }

    private static String challenge(String verifier) {
        return IssuerKey.base64(
                IssuerKey.made(() ->
                        MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(US_ASCII))));
    }

    private static boolean same(String name, Map<String, String> one, Map<String, String> other) {
        return one.getOrDefault(name, "").equals(other.get(name));
    }
}
