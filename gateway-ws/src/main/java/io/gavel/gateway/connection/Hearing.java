package io.gavel.gateway.connection;

import io.gavel.contracts.frame.ErrorCode;
import io.netty.buffer.ByteBufUtil;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import reactor.core.publisher.Flux;
import reactor.netty.http.websocket.WebsocketInbound;

/**
 * Makes something of what comes from a client.
 *
 * @param mostBytes a larger frame is refused
 * @param mostBytesTaken a larger one is not even taken: the flow ends with an error
 */
record Hearing(int mostBytes, int mostBytesTaken) {

    Flux<Heard> of(WebsocketInbound in) {
        return in.aggregateFrames(mostBytesTaken).receiveFrames().map(this::heard);
    }

    /** Whether a flow ended because of a frame that was not even taken. */
    static boolean isTooBig(Throwable e) {
        return switch (e) {
            case TooLongFrameException _ -> true;
            case CorruptedWebSocketFrameException corrupted ->
                    corrupted.closeStatus().equals(WebSocketCloseStatus.MESSAGE_TOO_BIG);
            default -> false;
        };
    }

    private Heard heard(WebSocketFrame frame) {
        int bytes = frame.content().readableBytes();
        return switch (frame) {
            case PongWebSocketFrame _, PingWebSocketFrame _ -> new Heard.SignOfLife();
            case TextWebSocketFrame _ when bytes > mostBytes ->
                    new Heard.Refused(
                            ErrorCode.FRAME_TOO_LARGE,
                            bytes + " bytes (expected: at most " + mostBytes + ")");
            case TextWebSocketFrame _ -> new Heard.Text(ByteBufUtil.getBytes(frame.content()));
            default ->
                    new Heard.Refused(
                            ErrorCode.MALFORMED, "a binary frame (expected: a text frame)");
        };
    }
}
