package io.gavel.systemtests.observability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.systemtests.observability.PromQl.Match;
import io.gavel.systemtests.observability.PromQl.Selector;
import java.util.List;
import org.junit.jupiter.api.Test;

class PromQlTest {

    @Test
    void metrics_matchers_and_grouping_are_told_from_functions_ranges_and_numbers() {
        PromQl read =
                PromQl.read(
                        "histogram_quantile(0.99, sum by (le, stage)"
                            + " (rate(a_bucket{stage=\"store\",x!~\"y|{z}\"}[$__rate_interval]))) >"
                            + " 1e3 and on (instance) sum(b:c:rate1m) or vector(0) == 0");
        assertThat(read.selectors())
                .containsExactly(
                        new Selector(
                                "a_bucket",
                                List.of(
                                        new Match("stage", "=", "store"),
                                        new Match("x", "!~", "y|{z}"))),
                        new Selector("b:c:rate1m", List.of()));
        assertThat(read.grouping()).containsExactly("le", "stage", "instance");
    }

    @Test
    void a_function_that_is_not_listed_is_taken_for_a_metric() {
        assertThat(PromQl.read("deriv(a[5m])").selectors())
                .extracting(Selector::metric)
                .containsExactly("deriv", "a");
    }

    @Test
    void what_is_not_understood_is_said() {
        assertThatThrownBy(() -> PromQl.read("sum(a) # all"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("not understood: # all in sum(a) # all");
        assertThatThrownBy(() -> PromQl.read("sum by le (a)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("le (expected: ()");
    }

    @Test
    void a_matcher_fits_as_in_prometheus() {
        assertThat(new Match("a", "=~", "x|y").fits("xy")).isFalse();
        assertThat(new Match("a", "=~", "x.+").fits("xy")).isTrue();
        assertThat(new Match("a", "!=", "x").fits("x")).isFalse();
        assertThat(new Match("a", "!~", "x").fits("y")).isTrue();
    }
}
