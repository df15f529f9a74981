package io.gavel.gateway.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class AppendTimesTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Exception> told = new ArrayList<>();
    private final Callback answer =
            new AppendTimes(meters)
                    .of((_, e) -> {
                        if (e != null) {
                            told.add(e);
                        }
                    });

    @Test
    void what_the_log_has_is_appended() {
        answer.onCompletion(null, null);
        assertThat(told).isEmpty();
        assertThat(counted("appended")).isOne();
        assertThat(counted("failed")).isZero();
    }

    @Test
    void what_it_did_not_confirm_has_failed_and_the_sender_is_told() {
        TimeoutException away = new TimeoutException("away");
        answer.onCompletion(null, away);
        assertThat(told).containsExactly(away);
        assertThat(counted("failed")).isOne();
        assertThat(counted("appended")).isZero();
    }

    private long counted(String outcome) {
        return meters.get("gavel.gateway.append").tag("outcome", outcome).timer().count();
    }
}
