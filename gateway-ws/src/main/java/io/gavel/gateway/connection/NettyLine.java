package io.gavel.gateway.connection;

import io.gavel.gateway.wire.Frame;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.List;
import java.util.concurrent.Executor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.websocket.WebsocketOutbound;

/**
 * A WebSocket. After the close frame it is left open for the client to answer: closing it at once,
 * while the client still sends, would make the client's machine throw away what it has not read.
 */
record NettyLine(Channel channel, WebsocketOutbound out) implements Line {

    @Override
    public Mono<Void> write(List<Frame> frames) {
        return out.sendObject(Flux.fromIterable(frames).map(NettyLine::netty)).then();
    }

    @Override
    public Mono<Void> close(Goodbye goodbye) {
        int code = goodbye.code().code();
        return out.sendObject(new CloseWebSocketFrame(code, goodbye.reason())).then();
    }

    @Override
    public void cut() {
        var _ = channel.close();
    }

    @Override
    public Executor thread() {
        return channel.eventLoop();
    }

    private static WebSocketFrame netty(Frame frame) {
        return frame.isPing()
                ? new PingWebSocketFrame()
                : new TextWebSocketFrame(Unpooled.wrappedBuffer(frame.utf8()));
    }
}
