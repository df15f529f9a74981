package io.gavel.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the sandbox runs.
 *
 * @param address who reaches it; by default only this machine
 * @param port 0 takes a free one; default 8090
 * @param apiKey what callers must bring
 * @param webhookUrl where webhooks go; null: nowhere
 * @param webhookSecret {@code whsec_} and base64
 * @param slow how long a slow answer takes. Default 2 s.
 * @param longestHold how long a request without an answer is held at most. Default 60 s.
 */
public record SandboxOptions(
        InetAddress address,
        int port,
        String apiKey,
        @Nullable URI webhookUrl,
        String webhookSecret,
        Duration slow,
        Duration longestHold) {

    private static final int PORT = 8090;
    private static final String FILE = "file:";
    private static final int SECRET_BYTES = 24;

    /**
     * Checks the secret's form.
     *
     * @throws IllegalArgumentException if it has another
     */
    public SandboxOptions {
        var _ = Signature.key(webhookSecret);
    }

    /**
     * Reads {@code --address IP}, {@code --port N} and {@code --webhooks URL}; the secrets are
     * taken from {@code GAVEL_SANDBOX_API_KEY} and {@code GAVEL_SANDBOX_WEBHOOK_SECRET}, where
     * {@code file:…} names a file, or made.
     *
     * @throws IllegalArgumentException if something is not understood
     */
    static SandboxOptions parse(List<String> arguments, Map<String, String> environment) {
        InetAddress address = InetAddress.getLoopbackAddress();
        int port = PORT;
        URI webhooks = null;
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException(
                    arguments.getLast() + ": nothing follows (expected: a value)");
        }
        for (int i = 0; i < arguments.size(); i += 2) {
            String value = arguments.get(i + 1);
            switch (arguments.get(i)) {
                case "--address" -> address = address(value);
                case "--port" -> port = port(value);
                case "--webhooks" -> webhooks = URI.create(value);
                default ->
                        throw new IllegalArgumentException(
                                "unknown option: "
                                        + arguments.get(i)
                                        + " (expected: --address, --port or --webhooks)");
            }
        }
        return new SandboxOptions(
                address,
                port,
                secret(environment, "GAVEL_SANDBOX_API_KEY", "sk_sandbox_"),
                webhooks,
                secret(environment, "GAVEL_SANDBOX_WEBHOOK_SECRET", "whsec_"),
                Duration.ofSeconds(2),
                Duration.ofSeconds(60));
    }

    private static InetAddress address(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "--address: " + text + " (expected: one of this machine's, such as 0.0.0.0)",
                    e);
        }
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65_535) {
            throw new IllegalArgumentException(
                    "--port: " + text + " (expected: a number from 0 to 65535)");
        }
        return Integer.parseInt(text);
    }

    private static String secret(Map<String, String> environment, String name, String prefix) {
        String given = environment.get(name);
        if (given == null || !given.startsWith(FILE)) {
            return given == null ? prefix + random() : given;
        }
        try {
            return Files.readString(Path.of(given.substring(FILE.length()))).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(name + ": its file cannot be read", e);
        }
    }

    private static String random() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "SandboxOptions[port=" + port + ", webhookUrl=" + webhookUrl + "]";
    }
}
