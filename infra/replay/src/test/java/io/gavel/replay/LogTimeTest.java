package io.gavel.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogTimeTest {

    @ParameterizedTest
    @CsvSource({
        "2026-11-22T14:03:07.412Z, 2026-11-22T14:03:07.412Z",
        "2024-02-29T23:59:59.999Z, 2024-02-29T23:59:59.999Z",
        "1970-01-01T00:00:00.000Z, 1970-01-01T00:00:00Z",
        "2026-11-22T14:03:07Z, 2026-11-22T14:03:07Z",
        "2026-11-22T14:03:07.412999Z, 2026-11-22T14:03:07.412Z",
        "2026-11-22T15:03:07.412+01:00, 2026-11-22T14:03:07.412Z",
    })
    void any_instant_is_read_to_the_millisecond(String text, Instant expected) {
        assertThat(LogTime.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "now",
                "2026-11-22",
                "2026-11-22T14:03:07.412",
                "2026-02-30T14:03:07.412Z",
                "2026-13-01T14:03:07.412Z",
                "2026-11-22T24:00:00.000Z",
                "2026-11-22T14:60:00.000Z",
                "2026-11-22T14:00:60.000Z",
                "+10000-01-01T00:00:00Z",
                "-0001-01-01T00:00:00Z",
            })
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> LogTime.parse(text)).isInstanceOf(DateTimeException.class);
    }
}
