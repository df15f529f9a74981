package io.gavel.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BucketsTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Buckets<String> buckets = new Buckets<>(new Rate(1, 2), 3);

    @Test
    void each_has_a_bucket_of_his_own() {
        assertThat(buckets.take("alice", 0)).isZero();
        assertThat(buckets.take("alice", 0)).isZero();
        assertThat(buckets.take("alice", 0)).isEqualTo(Duration.ofSeconds(1));
        assertThat(buckets.take("bob", 0)).isZero();
        assertThat(buckets.take("alice", SECOND)).isZero();
    }

    @Test
    void no_more_are_remembered_than_may_be_and_the_one_unused_for_longest_goes_first() {
        takeAll("alice", "alice", "bob", "bob", "carol", "carol", "alice", "dora");
        assertThat(buckets.size()).isEqualTo(3);
        assertThat(buckets.take("alice", 0)).isPositive();
        assertThat(buckets.take("carol", 0)).isPositive();
        assertThat(buckets.take("bob", 0)).isZero();
        assertThat(buckets.size()).isEqualTo(3);
    }

    @Test
    void who_has_a_full_bucket_is_forgotten() {
        takeAll("alice", "bob");
        assertThat(buckets.take("carol", 5 * SECOND)).isZero();
        assertThat(buckets.size()).isEqualTo(1);
    }

    private void takeAll(String... names) {
        for (String name : names) {
            buckets.take(name, 0);
        }
    }
}
