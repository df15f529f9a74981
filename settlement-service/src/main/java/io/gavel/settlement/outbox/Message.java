package io.gavel.settlement.outbox;

import java.time.Instant;
import java.util.UUID;

/**
 * Something that is being told.
 *
 * @param id the same with every attempt
 * @param tries how many attempts there were since it was asked for, with this one
 * @param leasedUntil when another may try it
 */
public record Message(
        UUID id, String lane, String what, String body, int tries, Instant leasedUntil) {

    /** Leaves out what is private. */
    @Override
    public String toString() {
        return what + " " + id;
    }
}
