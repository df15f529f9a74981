package io.gavel.tracing;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceparentTest {

    private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
    private static final String SPAN = "b7ad6b7169203331";

    @Test
    void what_a_record_is_marked_with_is_read_again() {
        Traceparent marked = new Traceparent(TRACE, SPAN);

        assertThat(new String(marked.bytes(), US_ASCII))
                .isEqualTo("00-" + TRACE + "-" + SPAN + "-01");
        assertThat(Traceparent.in(headers(new String(marked.bytes(), US_ASCII)))).contains(marked);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "00",
                "00-" + TRACE + "-" + SPAN + "-00",
                "01-" + TRACE + "-" + SPAN + "-01",
                "00-" + TRACE + "-" + SPAN + "-011",
                "00-00000000000000000000000000000000-" + SPAN + "-01",
                "00-" + TRACE + "-0000000000000000-01",
                "00-0AF7651916CD43DD8448EB211C80319C-" + SPAN + "-01"
            })
    void anything_else_is_no_mark(String value) {
        assertThat(Traceparent.in(headers(value))).isEmpty();
    }

    @Test
    void most_records_have_none() {
        assertThat(Traceparent.in(new RecordHeaders())).isEmpty();
        assertThat(Traceparent.in(new RecordHeaders().add("traceparent", null))).isEmpty();
    }

    private static RecordHeaders headers(String value) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("traceparent", value.getBytes(US_ASCII));
        return headers;
    }
}
