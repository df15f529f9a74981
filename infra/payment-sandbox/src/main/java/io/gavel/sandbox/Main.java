package io.gavel.sandbox;

import java.io.UncheckedIOException;
import java.util.List;

/** The program: {@code --port N}, {@code --webhooks URL}; see the module's README. */
public final class Main {

    private static final int FAILED = 1;
    private static final int UNCLEAR = 2;

    private Main() {}

    public static void main(String[] args) {
        try {
            SandboxOptions options = SandboxOptions.parse(List.of(args), System.getenv());
            PaymentSandbox sandbox = PaymentSandbox.start(options);
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "stop"));
            System.out.print(settings(options, sandbox));
        } catch (IllegalArgumentException e) {
            System.err.println("payment-sandbox: " + e.getMessage());
            System.exit(UNCLEAR);
        } catch (UncheckedIOException e) {
            System.err.println("payment-sandbox: " + e.getMessage());
            System.exit(FAILED);
        }
    }

    /**
     * What settlement-service must be told to use it; secrets as they were given, else those made.
     */
    private static String settings(SandboxOptions options, PaymentSandbox sandbox) {
        return """
        GAVEL_PAYMENT_PROVIDER=sandbox
        GAVEL_PAYMENT_SANDBOX_BASE_URL=%s
        GAVEL_PAYMENT_SANDBOX_API_KEY=%s
        GAVEL_PAYMENT_SANDBOX_WEBHOOK_SECRET=%s
        """
                .formatted(
                        sandbox.uri(),
                        System.getenv().getOrDefault("GAVEL_SANDBOX_API_KEY", options.apiKey()),
                        System.getenv()
                                .getOrDefault(
                                        "GAVEL_SANDBOX_WEBHOOK_SECRET", options.webhookSecret()));
    }
}
