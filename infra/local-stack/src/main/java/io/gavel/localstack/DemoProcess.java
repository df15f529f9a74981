package io.gavel.localstack;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The demo's house and bidders, in a process of their own. They use gateways like anybody. */
public final class DemoProcess {
    private static final String NAME = "demo";

    private final ChildProcess process;

    private DemoProcess(ChildProcess process) {
        this.process = process;
    }

    /**
     * Starts one and does not wait for what it does.
     *
     * @param progress gets a line should it end by itself: nothing else ends with it
     */
    static DemoProcess start(
            Children children, long seed, List<URI> gateways, Consumer<String> progress) {
        List<String> command =
                Programs.jvm(
                        Programs.Optimising.LATE,
                        Stream.concat(
                                        Stream.of(
                                                "-Xmx128m",
                                                "-Djava.awt.headless=true",
                                                "-Dlocalstack.data=" + children.dataDirectory(),
                                                "io.gavel.demo.Main",
                                                "--seed",
                                                Long.toString(seed)),
                                        gateways.stream().map(URI::toString))
                                .toArray(String[]::new));
        ChildProcess process =
                children.start(
                        Children.Role.GUEST,
                        NAME,
                        command,
                        Map.of("CLASSPATH", Programs.classPath()));
        var _ =
                process.onExit()
                        .thenRun(() -> {
                            if (!process.wasAskedToEnd()) {
                                progress.accept(process.obituary() + "; the house goes on without");
                            }
                        });
        return new DemoProcess(process);
    }

    /** Ends it, by force after 5 s; what it listed stays. */
    public void stop() {
        Children.Role.GUEST.stop(process);
    }

    public long pid() {
        return process.pid();
    }
}
