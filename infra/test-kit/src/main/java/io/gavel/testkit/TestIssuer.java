package io.gavel.testkit;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An OIDC issuer on a port of this machine: its discovery document and its keys, an RSA and an EC
 * one, and where people sign in and out ({@link TestSignIn}). Made of the JDK alone, so that it
 * agrees with no library about what a token is.
 */
public final class TestIssuer implements AutoCloseable {

    private final int port;
    private final TestSignIn signIn = new TestSignIn(this);
    private HttpServer server;
    private volatile IssuerKey rsa = IssuerKey.rs256();
    private volatile IssuerKey ec = IssuerKey.es256();

    private TestIssuer(HttpServer server) {
        this.server = server;
        this.port = server.getAddress().getPort();
    }

    public static TestIssuer start() {
        TestIssuer issuer = new TestIssuer(bound(0));
        issuer.serve();
        return issuer;
    }

    /** What is to be set as {@code issuer-uri}. */
    public String uri() {
        return "http://localhost:" + port;
    }

    /** From now on nobody answers. */
    public void stop() {
        server.stop(0);
    }

    /** It answers again, at the same place. */
    public void startAgain() {
        server = bound(port);
        serve();
    }

    /** It has other keys from now on, under other names, and has forgotten the old ones. */
    public void changeKeys() {
        rsa = IssuerKey.rs256();
        ec = IssuerKey.es256();
    }

    public IssuerKey rsa() {
        return rsa;
    }

    public IssuerKey ec() {
        return ec;
    }

    /** Where people sign in, and what becomes of them. */
    public TestSignIn signIn() {
        return signIn;
    }

    /** What a good token of this issuer says, for an hour from now. */
    public TestToken token(String account, String... roles) {
        return TestToken.of(uri(), account, List.of(roles));
    }

    @Override
    public void close() {
        stop();
    }

    private void serve() {
        answer(
                "/.well-known/openid-configuration",
                () ->
                        Map.of(
                                "issuer", uri(),
                                "jwks_uri", uri() + "/keys",
                                "authorization_endpoint", uri() + "/authorize",
                                "token_endpoint", uri() + "/token",
                                "end_session_endpoint", uri() + "/sign-out",
                                "code_challenge_methods_supported", List.of("S256"),
                                "response_types_supported", List.of("code"),
                                "subject_types_supported", List.of("public"),
                                "id_token_signing_alg_values_supported",
                                        List.of("RS256", "ES256")));
        answer("/keys", () -> Map.of("keys", List.of(rsa.jwk(), ec.jwk())));
        signIn.serve(server);
        server.start();
    }

    private void answer(String path, Supplier<Map<String, Object>> json) {
        server.createContext(path, exchange -> Exchanges.answer(exchange, 200, json.get()));
    }

    private static HttpServer bound(int port) {
        try {
            return HttpServer.create(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
