package io.gavel.localstack;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The payment provider that moves no money, in a process of its own. It keeps its charges in
 * memory: ended, it has forgotten them.
 */
public final class SandboxProcess {
    private static final String NAME = "payment-sandbox";
    private static final Duration START_LIMIT = Duration.ofMinutes(1);

    private final ChildProcess process;
    private final URI uri;

    private SandboxProcess(ChildProcess process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /**
     * Starts one and returns when it listens.
     *
     * @param gateway which passes on what it tells of charges
     * @throws StackFailure if it does not within 60 s
     */
    static SandboxProcess start(Children children, SandboxSpec spec, URI gateway) {
        List<String> command =
                Programs.jvm(
                        Programs.Optimising.LATE,
                        "-Xmx64m",
                        "-Dlocalstack.data=" + children.dataDirectory(),
                        "io.gavel.sandbox.Main",
                        "--port",
                        Integer.toString(spec.port()),
                        "--webhooks",
                        gateway.resolve("/payments/webhooks/sandbox").toString());
        ChildProcess process =
                children.start(Children.Role.SERVICE, NAME, command, spec.environment());
        process.orKill(() ->
                Waits.until(
                        NAME + " at " + spec.uri(),
                        START_LIMIT,
                        process,
                        () -> FreePorts.isTaken(spec.port())));
        return new SandboxProcess(process, spec.uri());
    }

    /** {@code http://localhost:<port>}. */
    public URI uri() {
        return uri;
    }

    public long pid() {
        return process.pid();
    }
}
