package io.gavel.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Gives back the room of what was exported, or could not be. */
final class CountedExport implements SpanExporter {

    private final SpanExporter exporter;
    private final SpanRoom room;

    CountedExport(SpanExporter exporter, SpanRoom room) {
        this.exporter = exporter;
        this.room = room;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        int number = spans.size();
        CompletableResultCode result = told(spans);
        return result.whenComplete(() -> room.leave(number, result.isSuccess()));
    }

    /** What cannot be exported is lost; its room is not. */
    private CompletableResultCode told(Collection<SpanData> spans) {
        try {
            return exporter.export(spans);
        } catch (RuntimeException e) {
            return CompletableResultCode.ofExceptionalFailure(e);
        }
    }

    @Override
    public CompletableResultCode flush() {
        return exporter.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return exporter.shutdown();
    }
}
