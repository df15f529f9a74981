package io.gavel.gateway.connection;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.frame.CloseCode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GoodbyeTest {

    private static final int MOST_BYTES = 123;

    @Test
    void a_reason_is_a_word_or_also_says_when_to_come_again() {
        assertThat(Goodbye.of(CloseCode.IDLE).reason()).isEqualTo("idle");
        assertThat(new Goodbye(CloseCode.DRAIN, Duration.ofMillis(1_234)).reason())
                .isEqualTo("{\"reason\":\"drain\",\"retryAfterMs\":1234}");
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_fits_into_a_close_frame(CloseCode code) {
        Goodbye longest = new Goodbye(code, Duration.ofMillis(Long.MAX_VALUE));
        assertThat(longest.reason().getBytes(StandardCharsets.UTF_8))
                .hasSizeLessThanOrEqualTo(MOST_BYTES);
    }
}
