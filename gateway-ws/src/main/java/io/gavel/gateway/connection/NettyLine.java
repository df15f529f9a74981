package io.gavel.gateway.connection;

import io.gavel.contracts.frame.CloseCode;
import io.gavel.gateway.wire.Frame;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.util.List;
import java.util.concurrent.Executor;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.websocket.WebsocketOutbound;

/** A WebSocket. */
record NettyLine(Channel channel, WebsocketOutbound out) implements Line {

    @Override
    public Mono<Void> write(List<Frame> frames) {
        return out.sendObject(Flux.fromIterable(frames).map(NettyLine::netty)).then();
    }

    @Override
    public Mono<Void> close(CloseCode code) {
        return out.sendClose(code.code(), code.reason());
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
