package io.gavel.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class ConductTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Conduct conduct = new Conduct(new Rate(1, 2), 0);

    @Test
    void who_comes_too_fast_is_told_when_to_come_again() {
        assertThat(conduct.judge(0)).isEqualTo(new Conduct.Fine());
        assertThat(conduct.judge(0)).isEqualTo(new Conduct.Fine());
        assertThat(conduct.judge(0)).isEqualTo(new Conduct.TooFast(Duration.ofSeconds(1)));
        assertThat(conduct.judge(SECOND)).isEqualTo(new Conduct.Fine());
    }

    @Test
    void who_goes_on_until_ten_bursts_were_refused_has_gone_too_far_for_good() {
        ask(2, 0);
        for (int refusal = 0; refusal < 20; refusal++) {
            assertThat(conduct.judge(0)).isInstanceOf(Conduct.TooFast.class);
        }
        assertThat(conduct.judge(0)).isEqualTo(new Conduct.Enough());
        assertThat(conduct.judge(3_600 * SECOND)).isEqualTo(new Conduct.Enough());
    }

    @Test
    void who_slows_down_in_time_is_forgiven_within_a_minute() {
        ask(2 + 20, 0);
        ask(2 + 20, 60 * SECOND);
        assertThat(conduct.judge(120 * SECOND)).isEqualTo(new Conduct.Fine());
    }

    @Test
    void who_is_a_little_too_fast_for_ever_is_refused_but_stays() {
        for (int asked = 0; asked < 1_000; asked++) {
            assertThat(conduct.judge(asked * SECOND * 4 / 5)).isNotEqualTo(new Conduct.Enough());
        }
    }

    private void ask(int times, long nowNanos) {
        for (int i = 0; i < times; i++) {
            conduct.judge(nowNanos);
        }
    }
}
