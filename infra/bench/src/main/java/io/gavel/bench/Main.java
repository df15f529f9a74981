package io.gavel.bench;

import io.gavel.localstack.StackFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The program behind {@code ./gavel bench}. */
public final class Main {

    private static final int FINE = 0;
    private static final int FAILED = 1;
    private static final int BAD_USAGE = 2;

    private Main() {}

    public static void main(String[] arguments) {
        System.setProperty("logback.configurationFile", "io/gavel/localstack/launcher-logback.xml");
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            System.out.print(BenchOptions.USAGE);
            return FINE;
        }
        BenchOptions options;
        try {
            options = BenchOptions.parse(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("gavel bench: " + e.getMessage());
            return BAD_USAGE;
        }
        try {
            measure(options);
            return FINE;
        } catch (StackFailure | IllegalStateException | IOException e) {
            System.err.println("gavel bench: " + e.getMessage());
            return FAILED;
        }
    }

    private static void measure(BenchOptions options) throws IOException {
        Effort effort = options.quick() ? Effort.QUICK : Effort.FULL;
        try (RunFolder folder = RunFolder.in(home().resolve("infra/bench/target"))) {
            Report report =
                    new Bench(options.measures(), effort, home(), Progress.on(System.out))
                            .run(folder.path());
            System.out.print("\n" + report.table());
            Path json = options.json();
            if (json != null) {
                Files.write(json, report.json());
            }
        }
    }

    /** The repository; {@code ./gavel} tells where it is. */
    private static Path home() {
        return Path.of(System.getProperty("gavel.home", "."));
    }
}
