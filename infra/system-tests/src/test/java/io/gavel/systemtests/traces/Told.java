package io.gavel.systemtests.traces;

import com.google.protobuf.ByteString;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.Span;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A span as a collector gets it.
 *
 * @param service which sent it
 * @param parent the id of the span that it is a part of; empty for the root of its trace
 */
public record Told(
        String service,
        String name,
        String trace,
        String id,
        String parent,
        Map<String, String> said,
        Span whole) {

    static Told of(String service, Span span) {
        return new Told(
                service,
                span.getName(),
                hex(span.getTraceId()),
                hex(span.getSpanId()),
                hex(span.getParentSpanId()),
                span.getAttributesList().stream()
                        .collect(Collectors.toMap(KeyValue::getKey, said -> text(said.getValue()))),
                span);
    }

    /** Service and name. */
    public String what() {
        return service + " " + name;
    }

    public boolean isRoot() {
        return parent.isEmpty();
    }

    /** Service and name, and where it belongs. */
    @Override
    public String toString() {
        return what() + " " + id + " in " + parent + " of " + trace + " " + said;
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }

    private static String text(AnyValue value) {
        return switch (value.getValueCase()) {
            case STRING_VALUE -> value.getStringValue();
            case INT_VALUE -> Long.toString(value.getIntValue());
            case BOOL_VALUE -> Boolean.toString(value.getBoolValue());
            default -> value.toString();
        };
    }
}
