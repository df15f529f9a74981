package io.gavel.localstack;

/**
 * Something the local stack cannot go on without; the message is a sentence for whoever started it.
 */
public final class StackFailure extends RuntimeException {
    StackFailure(String message) {
        super(message);
    }

    StackFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
