package io.gavel.gateway.connection;

import io.gavel.contracts.frame.ErrorCode;

/** What came from a client, copied from the transport's buffers. */
sealed interface Heard {

    record Text(byte[] utf8) implements Heard {}

    /** A frame that is not even read. */
    record Refused(ErrorCode code, String why) implements Heard {}

    /** A ping or pong of the transport. */
    record SignOfLife() implements Heard {}
}
