package io.gavel.systemtests.traces;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.awaitility.Awaitility;

/** Stands in for a collector of traces: takes OTLP over HTTP and keeps it. */
public final class Collector implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpServer server;
    private final List<Told> spans = new CopyOnWriteArrayList<>();
    private final List<String> bodies = new CopyOnWriteArrayList<>();

    public Collector() {
        try {
            server =
                    HttpServer.create(
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/v1/traces", this::take);
        server.start();
    }

    private void take(HttpExchange call) throws IOException {
        byte[] body = call.getRequestBody().readAllBytes();
        bodies.add(new String(body, StandardCharsets.ISO_8859_1));
        for (ResourceSpans of : ExportTraceServiceRequest.parseFrom(body).getResourceSpansList()) {
            String service =
                    of.getResource().getAttributesList().stream()
                            .filter(said -> said.getKey().equals("service.name"))
                            .map(KeyValue::getValue)
                            .findFirst()
                            .orElseThrow()
                            .getStringValue();
            of.getScopeSpansList().stream()
                    .flatMap(scope -> scope.getSpansList().stream())
                    .forEach(span -> spans.add(Told.of(service, span)));
        }
        call.sendResponseHeaders(200, -1);
        call.close();
    }

    public URI uri() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/v1/traces");
    }

    /** All that came, in that order. */
    public List<Told> spans() {
        return List.copyOf(spans);
    }

    /** The first span that fits. */
    public Told await(String what, Predicate<Told> fits) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .until(() -> spans.stream().filter(fits).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    /** The trace that a span is in, once spans of all these kinds have come. */
    public Trace awaitTrace(Told of, String... kinds) {
        return Awaitility.await("the trace of " + of.what() + " with " + List.of(kinds))
                .atMost(PATIENCE)
                .until(
                        () ->
                                new Trace(
                                        spans.stream()
                                                .filter(span -> span.trace().equals(of.trace()))
                                                .toList()),
                        trace -> trace.hasAll(kinds));
    }

    /** Every request as it came, each byte as a character. */
    public List<String> bodies() {
        return List.copyOf(bodies);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
