package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * The number a bidder bids under on one lot, from 1 in the order of first bids; all that the public
 * sees of him.
 */
public record Paddle(@JsonValue int number) {

    /**
     * Checks what it is given.
     *
     * @throws IllegalArgumentException if the number is below 1
     */
    @JsonCreator
    public Paddle {
        if (number < 1) {
            throw new IllegalArgumentException("paddle: " + number + " (expected: >= 1)");
        }
    }

    @Override
    public String toString() {
        return Integer.toString(number);
    }
}
