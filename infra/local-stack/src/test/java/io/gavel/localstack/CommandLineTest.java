package io.gavel.localstack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    private static final StackOptions DEFAULTS =
            new StackOptions(
                    Path.of("/repo"),
                    Path.of("/repo/.gavel"),
                    8080,
                    1,
                    false,
                    true,
                    OptionalLong.empty(),
                    Map.of(),
                    false);

    @Test
    void upTakesTheDefaults() {
        assertThat(parse("up")).isEqualTo(new CommandLine.Up(DEFAULTS));
    }

    @Test
    void upTakesAPortANumberOfGatewaysAFolderAndFresh() {
        assertThat(parse("up --fresh --no-payments --port 9000 --gateways 2 --data /tmp/sale"))
                .isEqualTo(
                        new CommandLine.Up(
                                new StackOptions(
                                        Path.of("/repo"),
                                        Path.of("/tmp/sale"),
                                        9000,
                                        2,
                                        true,
                                        false,
                                        OptionalLong.empty(),
                                        Map.of(),
                                        false)));
    }

    @Test
    void upTakesADemoAndItsSeed() {
        assertThat(parse("up --demo")).isEqualTo(new CommandLine.Up(DEFAULTS.withDemo(1)));
        assertThat(parse("up --demo --demo-seed 42"))
                .isEqualTo(new CommandLine.Up(DEFAULTS.withDemo(42)))
                .isEqualTo(parse("up --demo-seed 42 --demo"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "down                | unknown command: down (expected: up or help)",
                "up --prot 1         | unknown option: --prot (expected: --port, --gateways,"
                        + " --data, --fresh, --no-payments, --demo or --demo-seed)",
                "up 9000             | unknown option: 9000 (expected: --port, --gateways, --data,"
                        + " --fresh, --no-payments, --demo or --demo-seed)",
                "up --gateways       | --gateways: nothing (expected: a number from 1 to 8)",
                "up --gateways 0     | --gateways: 0 (expected: a number from 1 to 8)",
                "up --gateways 9     | --gateways: 9 (expected: a number from 1 to 8)",
                "up --port           | --port: nothing (expected: a number from 0 to 65535)",
                "up --port 70000     | --port: 70000 (expected: a number from 0 to 65535)",
                "up --port -1        | --port: -1 (expected: a number from 0 to 65535)",
                "up --demo-seed      | --demo-seed: nothing (expected: a whole number)",
                "up --demo-seed abc  | --demo-seed: abc (expected: a whole number)",
                "up --data           | --data: nothing (expected: a folder)",
            })
    void whatIsNotUnderstoodIsAnsweredWithASentence(String arguments, String sentence) {
        assertThat(parse(arguments)).isEqualTo(new CommandLine.Unclear(sentence));
    }

    @ParameterizedTest
    @CsvSource({"help", "--help", "up --help", "''"})
    void helpIsGivenWhenAskedFor(String arguments) {
        assertThat(parse(arguments)).isEqualTo(new CommandLine.Help());
    }

    private static CommandLine parse(String arguments) {
        return CommandLine.parse(
                arguments.isEmpty() ? List.of() : List.of(arguments.split(" ")), DEFAULTS);
    }
}
