package io.gavel.localstack;

import io.gavel.demo.DemoOptions;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What the program was asked to do. */
sealed interface CommandLine {
    String USAGE =
            """
            usage: gavel up [--port N] [--gateways N] [--data DIR] [--fresh] [--no-payments]
                            [--demo] [--demo-seed N]

              --port N      the port of the page and the API (default: 8080; 0 takes a free one)
              --gateways N  that many gateways side by side, from 1 to 8 (default: 1), on the ports from --port on
              --data DIR    where databases, topics, keys and logs are kept (default: .gavel in the repository)
              --fresh       delete what is kept there first
              --no-payments no provider collects what buyers owe; operators write down what comes
              --demo        with a house full of lots and a dozen people who bid on them
              --demo-seed N the same, with that seed for all that they leave to chance (default: 1)
            """;

    record Up(StackOptions options) implements CommandLine {}

    record Help() implements CommandLine {}

    /** A sentence on what cannot be understood. */
    record Unclear(String sentence) implements CommandLine {}

    static CommandLine parse(List<String> arguments, StackOptions defaults) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        String command = rest.isEmpty() ? "help" : rest.pop();
        return switch (command) {
            case "up" -> parseUp(rest, defaults);
            case "help", "--help", "-h" -> new Help();
            default -> new Unclear("unknown command: " + command + " (expected: up or help)");
        };
    }

    private static CommandLine parseUp(Deque<String> rest, StackOptions defaults) {
        StackOptions options = defaults;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--help", "-h" -> {
                    return new Help();
                }
                case "--fresh" -> options = options.withFresh(true);
                case "--no-payments" -> options = options.withPayments(false);
                case "--demo" ->
                        options = options.withDemo(options.demo().orElse(DemoOptions.SEED));
                case "--demo-seed" -> {
                    String seed = rest.isEmpty() ? "nothing" : rest.pop();
                    if (!seed.matches("-?\\d{1,18}")) {
                        return new Unclear("--demo-seed: " + seed + " (expected: a whole number)");
                    }
                    options = options.withDemo(Long.parseLong(seed));
                }
                case "--data" -> {
                    if (rest.isEmpty() || rest.peek().isBlank()) {
                        return new Unclear("--data: nothing (expected: a folder)");
                    }
                    options = options.withDataDirectory(Path.of(rest.pop()));
                }
                case "--port" -> {
                    String port = rest.isEmpty() ? "nothing" : rest.pop();
                    if (!isPort(port)) {
                        return new Unclear(
                                "--port: " + port + " (expected: a number from 0 to 65535)");
                    }
                    options = options.withPort(Integer.parseInt(port));
                }
                case "--gateways" -> {
                    String number = rest.isEmpty() ? "nothing" : rest.pop();
                    if (!number.matches("[1-" + StackOptions.MOST_GATEWAYS + "]")) {
                        return new Unclear(
                                "--gateways: "
                                        + number
                                        + " (expected: a number from 1 to "
                                        + StackOptions.MOST_GATEWAYS
                                        + ")");
                    }
                    options = options.withGateways(Integer.parseInt(number));
                }
                default -> {
                    return new Unclear(
                            "unknown option: "
                                    + option
                                    + " (expected: --port, --gateways, --data, --fresh,"
                                    + " --no-payments, --demo or --demo-seed)");
                }
            }
        }
        return new Up(options);
    }

    private static boolean isPort(String text) {
        return text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65_535;
    }
}
