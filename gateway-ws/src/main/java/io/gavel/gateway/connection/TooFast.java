package io.gavel.gateway.connection;

import io.gavel.contracts.frame.ClientFrame;
import io.gavel.contracts.frame.ClientFrameJson;
import io.gavel.contracts.frame.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Refuses what comes faster than it may, by the name the client gave it. */
final class TooFast {

    private TooFast() {}

    static void refuse(Connection connection, Heard heard, Duration retryAfter) {
        switch (heard) {
            case Heard.Text(byte[] utf8) -> refuse(connection, utf8, retryAfter);
            case Heard.Refused _ -> refuse(connection, null, null, retryAfter);
            case Heard.SignOfLife _ -> {}
        }
    }

    private static void refuse(Connection connection, byte[] utf8, Duration retryAfter) {
        switch (ClientFrameJson.read(utf8)) {
            case ClientFrame.Bid bid -> refuse(connection, bid.id(), bid.lot(), retryAfter);
            case ClientFrame.Watch watch -> refuse(connection, null, watch.lot(), retryAfter);
            case ClientFrame.Unwatch unwatch -> refuse(connection, null, unwatch.lot(), retryAfter);
            case ClientFrame.Refused refused -> refuse(connection, refused.id(), null, retryAfter);
            case ClientFrame.Auth _, ClientFrame.Ping _ ->
                    refuse(connection, null, null, retryAfter);
        }
    }

    private static void refuse(
            Connection connection, @Nullable Object id, @Nullable Object lot, Duration retryAfter) {
        connection.refuse(
                ErrorCode.BUSY, "more frames than a client may send", id, lot, retryAfter);
    }
}
