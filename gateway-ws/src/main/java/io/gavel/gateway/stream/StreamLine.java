package io.gavel.gateway.stream;

import io.gavel.contracts.frame.ServerFrame;
import io.gavel.gateway.connection.Goodbye;
import io.gavel.gateway.connection.Line;
import io.gavel.gateway.wire.Frame;
import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.DefaultHttpContent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServerResponse;

/**
 * The answer to a request that goes on for as long as the client listens. Its head is sent with the
 * first message, so that until then another answer can be given; an {@code error} is its last.
 * Writes happen on {@link #thread} only.
 */
final class StreamLine implements Line {

    static final Duration RETRY = Duration.ofSeconds(1);

    private static final String ERROR = "error";

    private final Mono<Void> head;
    private final HttpServerResponse body;
    private final Channel channel;
    private final Sinks.Empty<Void> over = Sinks.empty();
    private boolean begun;

    /**
     * The line of one request.
     *
     * @param head sends status and headers
     */
    StreamLine(Mono<Void> head, HttpServerResponse body, Channel channel) {
        this.head = head;
        this.body = body;
        this.channel = channel;
    }

    /** Completes when the last message is on its way. */
    Mono<Void> over() {
        return over.asMono();
    }

    @Override
    public boolean write(List<Frame> frames, Writer writer) {
        Mono<Void> written = send(out -> frames.forEach(frame -> Messages.write(frame, out)));
        boolean last = frames.stream().anyMatch(frame -> ERROR.equals(frame.type()));
        (last ? written.doOnSuccess(_ -> over.tryEmitEmpty()) : written)
                .subscribe(null, _ -> writer.broke(), writer::written);
        return false;
    }

    @Override
    public void close(Goodbye goodbye, Writer writer) {
        Duration retry = goodbye.retryAfter().isZero() ? RETRY : goodbye.retryAfter();
        Frame why =
                Frame.of(
                        new ServerFrame.Problem(
                                goodbye.code().reason().replace(' ', '-'),
                                "this stream ends: come back with " + Asked.LAST_EVENT_ID,
                                null,
                                null,
                                retry.toMillis()));
        send(
                        out -> {
                            Messages.retry(retry, out);
                            Messages.write(why, out);
                        })
                .subscribe(null, _ -> writer.broke(), () -> over.tryEmitEmpty());
    }

    @Override
    public void cut() {
        var _ = channel.close();
    }

    @Override
    public Executor thread() {
        return channel.eventLoop();
    }

    private Mono<Void> send(Consumer<ByteBuf> messages) {
        boolean first = !begun;
        begun = true;
        Mono<Void> send =
                Mono.defer(() -> {
                    ByteBuf out = channel.alloc().buffer();
                    if (first) {
                        Messages.retry(RETRY, out);
                    }
                    messages.accept(out);
                    // A bare buffer would be taken, but never reach the client.
                    return body.sendObject(new DefaultHttpContent(out)).then();
                });
        return first ? head.then(send) : send;
    }
}
