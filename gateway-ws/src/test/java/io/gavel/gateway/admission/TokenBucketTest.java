package io.gavel.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TokenBucketTest {

    /**
     * Ten a second, three at once: each line says when somebody asks and how long he has to wait.
     */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 0 0              | 0 0 0
                    0 0 0 0            | 0 0 0 100
                    0 0 0 0 0          | 0 0 0 100 100
                    0 0 0 99           | 0 0 0 1
                    0 0 0 100          | 0 0 0 0
                    0 0 0 100 100      | 0 0 0 0 100
                    0 0 0 250 250 250  | 0 0 0 0 0 50
                    0 0 0 300 300 300 300 | 0 0 0 0 0 0 100
                    0 100 200 300 400  | 0 0 0 0 0
                    0 9000 9000 9000 9000 | 0 0 0 0 100
                    0 50 50 50 100     | 0 0 0 50 0
                    """)
    void a_bucket_gives_what_it_holds_and_then_one_each_interval(String asked, String waits) {
        for (long start : new long[] {0, -5, Long.MAX_VALUE, Long.MAX_VALUE - 50_000_000}) {
            TokenBucket bucket = new Rate(10, 3).bucket(start);
            String told =
                    Arrays.stream(asked.split(" "))
                            .map(at -> start + Duration.ofMillis(Long.parseLong(at)).toNanos())
                            .map(now -> Long.toString(bucket.take(now).toMillis()))
                            .collect(Collectors.joining(" "));
            assertThat(told).as("from " + start).isEqualTo(waits);
        }
    }

    @Test
    void a_bucket_is_full_again_when_all_has_come_back() {
        TokenBucket bucket = new Rate(10, 3).bucket(0);
        assertThat(bucket.isFull(0)).isTrue();
        bucket.take(0);
        bucket.take(0);
        assertThat(bucket.isFull(Duration.ofMillis(199).toNanos())).isFalse();
        assertThat(bucket.isFull(Duration.ofMillis(200).toNanos())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1})
    void a_rate_of_nothing_is_none(int wrong) {
        assertThatThrownBy(() -> new Rate(wrong, 1))
                .hasMessage(wrong + " a second, 1 at once (expected: at least 1 of each)");
        assertThatThrownBy(() -> new Rate(1, wrong)).isInstanceOf(IllegalArgumentException.class);
    }
}
