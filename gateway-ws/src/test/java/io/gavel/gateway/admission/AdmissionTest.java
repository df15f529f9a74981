package io.gavel.gateway.admission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AdmissionTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Admission admission = new Admission(2, new Rate(1, 3), 0);

    @Test
    void no_more_are_in_than_may_be_and_who_leaves_makes_room_once() {
        Admission.Admitted first = (Admission.Admitted) admission.enter(0);
        assertThat(admission.enter(0)).isInstanceOf(Admission.Admitted.class);
        assertThat(admission.enter(0)).isEqualTo(new Admission.Full(2));
        first.leave();
        first.leave();
        assertThat(admission.enter(0)).isInstanceOf(Admission.Admitted.class);
        assertThat(admission.enter(SECOND)).isEqualTo(new Admission.Full(2));
    }

    @Test
    void no_more_come_at_once_than_may() {
        for (int i = 0; i < 3; i++) {
            ((Admission.Admitted) admission.enter(0)).leave();
        }
        assertThat(admission.enter(0)).isEqualTo(new Admission.TooFast());
        assertThat(admission.enter(SECOND)).isInstanceOf(Admission.Admitted.class);
    }

    @Test
    void who_finds_the_house_full_does_not_count_as_having_come() {
        admission.enter(0);
        Admission.Admitted second = (Admission.Admitted) admission.enter(0);
        for (int i = 0; i < 10; i++) {
            assertThat(admission.enter(0)).isEqualTo(new Admission.Full(2));
        }
        second.leave();
        assertThat(admission.enter(0)).isInstanceOf(Admission.Admitted.class);
    }
}
