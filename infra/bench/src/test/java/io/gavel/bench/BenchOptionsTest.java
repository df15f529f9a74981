package io.gavel.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchOptionsTest {

    @Test
    void a_run_without_options_measures_everything() {
        BenchOptions options = parse("");
        assertThat(options.quick()).isFalse();
        assertThat(options.json()).isNull();
        assertThat(options.measures()).isEqualTo(EnumSet.allOf(Measure.class));
    }

    @Test
    void a_quick_run_leaves_the_long_measures_out() {
        assertThat(parse("--quick").measures())
                .containsExactly(Measure.HOT_LOT, Measure.SPREAD, Measure.LATENCY, Measure.CORE);
    }

    @Test
    void only_what_was_named_is_measured_quick_or_not() {
        assertThat(parse("--only core,flat").measures())
                .containsExactly(Measure.CORE, Measure.FLAT);
        assertThat(parse("--only flat --quick").measures()).containsExactly(Measure.FLAT);
    }

    @Test
    void the_report_goes_to_a_file_in_a_folder_that_is_there(@TempDir Path folder) {
        Path file = folder.resolve("bench.json");
        assertThat(parse("--json " + file).json()).isEqualTo(file);
        assertThat(parse("--json bench.json").json())
                .isEqualTo(Path.of("bench.json").toAbsolutePath());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    --bids 5             | --bids: unknown (expected: --quick, --json or --only)
                    --json               | --json: nothing (expected: a file)
                    --json --quick       | --json: --quick (expected: a file)
                    --json /             | --json: / (expected: a file in a folder that is there)
                    --json /no/where     | --json: /no/where (expected: a file in a folder that is there)
                    --only               | --only: nothing (expected: hotLot, spread, latency, core, flat, restart, gateway, closings, separated by commas)
                    --only core,         | --only: nothing (expected: hotLot, spread, latency, core, flat, restart, gateway, closings, separated by commas)
                    --only hotlot        | --only: hotlot (expected: hotLot, spread, latency, core, flat, restart, gateway, closings, separated by commas)
                    """)
    void what_is_not_understood_is_named_with_what_was_expected(String arguments, String sentence) {
        assertThatThrownBy(() -> parse(arguments))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(sentence);
    }

    private static BenchOptions parse(String arguments) {
        return BenchOptions.parse(arguments.isBlank() ? List.of() : List.of(arguments.split(" ")));
    }
}
