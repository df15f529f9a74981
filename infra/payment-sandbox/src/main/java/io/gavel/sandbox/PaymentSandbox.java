package io.gavel.sandbox;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A payment provider on this machine that moves no money. It keeps what it charged in memory, so
 * for as long as it runs; whoever uses it may crash and start again meanwhile.
 */
public final class PaymentSandbox implements AutoCloseable {

    private static final int BACKLOG = 128;

    private final Charges charges = new Charges("ch_");
    private final Charges refunds = new Charges("re_");
    private final Faults faults = new Faults();
    private final Holds holds;
    private final WebhookSender webhooks;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private PaymentSandbox(SandboxOptions options) throws IOException {
        holds = new Holds(options.longestHold());
        webhooks = new WebhookSender(options.webhookUrl(), options.webhookSecret());
        server =
                HttpServer.create(
                        new InetSocketAddress(options.address(), options.port()), BACKLOG);
        server.setExecutor(workers);
        server.createContext(
                "/v1/charges",
                new ChargesEndpoint(
                        options, new Counter.OfCharges(charges, faults), holds, webhooks));
        server.createContext(
                "/v1/refunds",
                new ChargesEndpoint(
                        options, new Counter.OfRefunds(refunds, charges, faults), holds, webhooks));
        server.createContext(
                "/admin", new OrdersEndpoint(charges, refunds, faults, holds, webhooks));
        server.start();
    }

    /**
     * Starts one.
     *
     * @throws UncheckedIOException if the port cannot be had
     */
    public static PaymentSandbox start(SandboxOptions options) {
        try {
            return new PaymentSandbox(options);
        } catch (IOException e) {
            throw new UncheckedIOException("port " + options.port() + " cannot be had", e);
        }
    }

    /** {@code http://localhost:<port>}. */
    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** Webhooks go there from now on. */
    public void webhooksTo(URI target) {
        webhooks.to(target);
    }

    /** The next requests that charge meet this fault. */
    public void nextCharges(Fault fault, int times) {
        faults.order(Faults.Operation.CHARGE, fault, times);
    }

    /** The next requests that look for a charge meet this fault. */
    public void nextFinds(Fault fault, int times) {
        faults.order(Faults.Operation.FIND, fault, times);
    }

    /** The next requests that give back meet this fault. */
    public void nextRefunds(Fault fault, int times) {
        faults.order(Faults.Operation.REFUND, fault, times);
    }

    /** Lets go what is held without an answer; gives how many requests that were. */
    public int release() {
        return holds.release();
    }

    /** How many requests are held without an answer now. */
    public int held() {
        return holds.held();
    }

    /** Settles a pending charge or refund and tells so. */
    public void settle(String key, Charge.Status status) {
        charges.settle(key, status)
                .or(() -> refunds.settle(key, status))
                .ifPresent(webhooks::settled);
    }

    public List<Charge> charges() {
        return charges.all();
    }

    public List<Charge> refunds() {
        return refunds.all();
    }

    @Override
    public void close() {
        server.stop(0);
        holds.release();
        workers.shutdownNow();
        webhooks.close();
    }
}
