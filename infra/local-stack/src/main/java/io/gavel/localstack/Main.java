package io.gavel.localstack;

import java.io.PrintStream;
import java.util.List;

/** The program behind {@code ./gavel up}. */
public final class Main {
    private static final int FINE = 0;
    private static final int FAILED = 1;
    private static final int UNCLEAR = 2;

    /** Exit code of a program that Ctrl-C ended. */
    private static final int INTERRUPTED = 130;

    private static final String WHO_TO_BE =
            """
            the demo's lots come up now, and a dozen people bid on them; sign in as
              alice or bob  to bid against them
              carol         to sell: some of the lots are hers
              oscar         to run the sale
            """;

    private final PrintStream out;
    private final PrintStream err;
    private volatile boolean ending;

    private Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.setProperty("logback.configurationFile", "io/gavel/localstack/launcher-logback.xml");
        System.exit(new Main(System.out, System.err).run(List.of(args)));
    }

    private int run(List<String> arguments) {
        try {
            return switch (CommandLine.parse(arguments, StackOptions.defaults())) {
                case CommandLine.Up(StackOptions options) -> up(options);
                case CommandLine.Help() -> {
                    out.print(CommandLine.USAGE);
                    yield FINE;
                }
                case CommandLine.Unclear(String sentence) -> {
                    err.println("gavel: " + sentence);
                    yield UNCLEAR;
                }
            };
        } catch (StackFailure e) {
            err.println("gavel: " + e.getMessage());
            return FAILED;
        }
    }

    private int up(StackOptions options) {
        long from = System.nanoTime();
        try (LocalStack stack = LocalStack.start(options, line -> out.println("  " + line))) {
            Runtime.getRuntime().addShutdownHook(new Thread(this::sayStopping, "say-stopping"));
            out.println(
                    "Gavel is ready after "
                            + Starting.since(from)
                            + "; data and logs are in "
                            + options.dataDirectory()
                            + "; Ctrl-C stops it");
            out.println(stack.gatewayUri());
            stack.gateways().stream()
                    .skip(1)
                    .forEach(other -> out.println("another gateway: " + other.uri()));
            stack.sandbox()
                    .ifPresent(sandbox ->
                            out.println(
                                    "payments are collected, and no money moved, by "
                                            + sandbox.uri()));
            stack.demo().ifPresent(_ -> out.print(WHO_TO_BE));
            ChildProcess dead = stack.firstDeath().join();
            ending = true;
            if (dead.exitCode() == INTERRUPTED) {
                return INTERRUPTED;
            }
            err.println("gavel: " + dead.obituary() + "; stopping the others\n" + dead.lastWords());
            return FAILED;
        }
    }

    private void sayStopping() {
        if (!ending) {
            out.println("stopping");
        }
    }
}
