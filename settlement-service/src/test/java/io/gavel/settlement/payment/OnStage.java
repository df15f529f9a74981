package io.gavel.settlement.payment;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.sandbox.PaymentSandbox;
import io.gavel.sandbox.SandboxOptions;
import io.gavel.settlement.payment.sandbox.SandboxProvider;
import java.net.InetAddress;
import java.time.Duration;
import java.util.UUID;

/** What tests of payments need. */
public final class OnStage {

    public static final Secret API_KEY = new Secret("sk_test");
    public static final Secret WEBHOOK_SECRET = new Secret("whsec_c2VjcmV0IG9mIHRoZSB0ZXN0cw==");

    private OnStage() {}

    /** A real one, on a port of its own. */
    public static PaymentSandbox sandbox() {
        return PaymentSandbox.start(
                new SandboxOptions(
                        InetAddress.getLoopbackAddress(),
                        0,
                        API_KEY.value(),
                        null,
                        WEBHOOK_SECRET.value(),
                        Duration.ofMillis(50),
                        Duration.ofSeconds(60)));
    }

    public static SandboxProvider provider(PaymentSandbox sandbox, PaymentProperties.Guard guard) {
        return new SandboxProvider(sandbox.uri(), API_KEY, guard.concurrent(), guard.timeLimit());
    }

    /** A payment of 125.00 EUR under a key of its own. */
    public static PaymentRequest request(String payer) {
        LotId lot = new LotId(UUID.randomUUID());
        return new PaymentRequest(
                new PaymentKey(lot + "/0/0"), lot, new AccountId(payer), new Sum(12_500, "EUR"));
    }

    /** Limits in milliseconds; the circuit opens after so many failures in a row. */
    public static PaymentProperties.Guard guard(
            Duration timeLimit, int attempts, int concurrent, int failures) {
        return guard(timeLimit, attempts, concurrent, failures, Duration.ofMillis(100));
    }

    /**
     * The same.
     *
     * @param rest how long the circuit stays open
     */
    public static PaymentProperties.Guard guard(
            Duration timeLimit, int attempts, int concurrent, int failures, Duration rest) {
        return new PaymentProperties.Guard(
                timeLimit,
                attempts,
                Duration.ofMillis(2),
                Duration.ofMillis(4),
                concurrent,
                failures,
                failures,
                100,
                rest);
    }
}
