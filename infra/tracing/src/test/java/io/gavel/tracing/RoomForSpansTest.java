package io.gavel.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RoomForSpansTest {

    private static final int ROOM = 3;

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SpanRoom room = new SpanRoom(ROOM, meters);
    private final Away collector = new Away();
    private final BatchSpanProcessor batches =
            BatchSpanProcessor.builder(new CountedExport(collector, room))
                    .setMaxQueueSize(ROOM)
                    .setMaxExportBatchSize(ROOM)
                    .setScheduleDelay(Duration.ofHours(1))
                    .build();
    private final SdkTracerProvider tracers =
            SdkTracerProvider.builder()
                    .setSampler(Sampler.alwaysOn())
                    .addSpanProcessor(new RoomForSpans(batches, room))
                    .build();

    @AfterEach
    void close() {
        collector.answer(true);
        tracers.close();
    }

    @Test
    void what_waits_for_a_collector_that_does_not_answer_is_bounded_and_the_rest_counted() {
        spans(10);

        assertThat(counted("dropped")).isEqualTo(10 - ROOM);
        assertThat(waiting()).isEqualTo(ROOM);
    }

    @Test
    void there_is_room_again_once_it_has_answered_whatever_it_says() {
        spans(ROOM);
        collector.answer(true);
        flush();
        assertThat(counted("exported")).isEqualTo(ROOM);

        spans(2);
        collector.answer(false);
        flush();
        assertThat(counted("failed")).isEqualTo(2);
        assertThat(waiting()).isZero();
        assertThat(counted("dropped")).isZero();
    }

    private void spans(int number) {
        for (int i = 0; i < number; i++) {
            tracers.get("test").spanBuilder("bid").startSpan().end();
        }
    }

    private void flush() {
        batches.forceFlush().join(10, TimeUnit.SECONDS);
    }

    private double counted(String outcome) {
        return meters.get("gavel.tracing.spans").tag("outcome", outcome).counter().count();
    }

    private double waiting() {
        return meters.get("gavel.tracing.waiting").gauge().value();
    }

    /** Says nothing until it is told what. */
    private static final class Away implements SpanExporter {

        private CompletableResultCode answer = new CompletableResultCode();

        private synchronized void answer(boolean success) {
            if (success) {
                answer.succeed();
                answer = CompletableResultCode.ofSuccess();
            } else {
                answer.fail();
                answer = CompletableResultCode.ofFailure();
            }
        }

        @Override
        public synchronized CompletableResultCode export(Collection<SpanData> spans) {
            return answer;
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }
}
