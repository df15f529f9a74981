package io.gavel.tracing;

import io.micrometer.tracing.TraceContext;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * To which trace a record belongs: W3C Trace Context, version 00, of a sampled trace; no other is
 * marked. It lies in the record's header {@code traceparent}, never in its value.
 *
 * @param trace 32 hex digits
 * @param span 16 hex digits: what the next part of the way is a part of
 */
record Traceparent(String trace, String span) {

    static final String HEADER = "traceparent";

    private static final int BYTES = 55;
    private static final Pattern SAMPLED =
            Pattern.compile("00-(?!0{32})([0-9a-f]{32})-(?!0{16})([0-9a-f]{16})-01");

    static Traceparent of(TraceContext context) {
        return new Traceparent(context.traceId(), context.spanId());
    }

    /** That of a record; none if it has none, or one that is not understood. */
    static Optional<Traceparent> in(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null || header.value().length != BYTES) {
            return Optional.empty();
        }
        Matcher text = SAMPLED.matcher(new String(header.value(), StandardCharsets.US_ASCII));
        return text.matches()
                ? Optional.of(new Traceparent(text.group(1), text.group(2)))
                : Optional.empty();
    }

    byte[] bytes() {
        return ("00-" + trace + "-" + span + "-01").getBytes(StandardCharsets.US_ASCII);
    }
}
