package io.gavel.localstack;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** The payment sandbox as the local stack runs it: who uses it is told where it is. */
record SandboxSpec(DemoKeys keys, int port) {
    private static final int USUAL_PORT = 8090;

    /**
     * One if payments are wanted. Its port is always the same for whoever chooses the gateway's, if
     * it is free.
     */
    static Optional<SandboxSpec> of(StackOptions options, DemoKeys keys) {
        if (!options.payments()) {
            return Optional.empty();
        }
        boolean usual = options.port() != 0 && FreePorts.isFree(USUAL_PORT);
        return Optional.of(new SandboxSpec(keys, usual ? USUAL_PORT : FreePorts.next()));
    }

    /** {@code http://localhost:<port>}. */
    URI uri() {
        return URI.create("http://localhost:" + port);
    }

    /** What settlement-service is told to use it. */
    Map<String, String> settings() {
        return Map.of(
                "GAVEL_PAYMENT_PROVIDER",
                "sandbox",
                "GAVEL_PAYMENT_SANDBOX_BASE_URL",
                uri().toString(),
                "GAVEL_PAYMENT_SANDBOX_API_KEY",
                "file:" + keys.sandboxApiKey(),
                "GAVEL_PAYMENT_SANDBOX_WEBHOOK_SECRET",
                "file:" + keys.sandboxWebhookSecret());
    }

    /** What it is told itself. */
    Map<String, String> environment() {
        return Map.of(
                "CLASSPATH", Programs.classPath(),
                "GAVEL_SANDBOX_API_KEY", "file:" + keys.sandboxApiKey(),
                "GAVEL_SANDBOX_WEBHOOK_SECRET", "file:" + keys.sandboxWebhookSecret());
    }
}
