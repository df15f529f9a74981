package io.gavel.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemoOptionsTest {

    private static final String URL = "http://localhost:8080";

    @Test
    void theSeedIsOneUnlessTold() {
        assertThat(DemoOptions.parse(List.of(URL)))
                .isEqualTo(new DemoOptions(1, List.of(URI.create(URL))));
        assertThat(DemoOptions.parse(List.of("--seed", "-7", URL, URL)).seed()).isEqualTo(-7);
    }

    @Test
    void whatIsNotUnderstoodIsToldWithWhatWasExpected() {
        assertThatThrownBy(() -> DemoOptions.parse(List.of()))
                .hasMessage("no gateway (expected: at least one URL)");
        assertThatThrownBy(() -> DemoOptions.parse(List.of("--seed", "x", URL)))
                .hasMessage("--seed: x (expected: a whole number)");
    }
}
