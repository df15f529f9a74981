package io.gavel.replay;

/** What was asked for cannot be done as it was asked; the message says what to change. */
public final class BadUsage extends RuntimeException {

    public BadUsage(String message) {
        super(message);
    }
}
