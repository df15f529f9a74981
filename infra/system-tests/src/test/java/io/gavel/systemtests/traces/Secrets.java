package io.gavel.systemtests.traces;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What nobody may find in a trace or in a log. */
public record Secrets(String... texts) {

    /** All that a span may have; see ADR 30. */
    private static final List<String> ALLOWED =
            List.of(
                    "gavel.lot",
                    "gavel.outcome",
                    "gavel.event",
                    "gavel.version",
                    "gavel.receivers",
                    "gavel.batch",
                    "gavel.via",
                    "messaging.destination.partition.id",
                    "messaging.kafka.offset",
                    "method",
                    "uri",
                    "status",
                    "outcome",
                    "exception");

    /** Neither in a field that is known nor anywhere in the bytes. */
    public void assertNotIn(Collector collector) {
        assertThat(collector.bodies()).allSatisfy(body -> assertThat(body).doesNotContain(texts));
        assertThat(collector.spans()).isNotEmpty().allSatisfy(this::assertNotIn);
    }

    private void assertNotIn(Told span) {
        assertThat(ALLOWED).containsAll(span.said().keySet());
        assertThat(span.said().values()).doesNotContain(texts);
        assertThat(span.whole().getEventsList()).isEmpty();
        assertThat(span.whole().getStatus().getMessage()).isEmpty();
        assertThat(span.whole().getTraceState()).isEmpty();
    }

    /** And each line is JSON. */
    public void assertNotIn(List<String> log) {
        assertThat(log)
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).doesNotContain(texts))
                .allMatch(line -> Json.tree(line.getBytes(StandardCharsets.UTF_8)).isObject());
    }
}
