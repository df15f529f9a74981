package io.gavel.bidding.batch;

import java.util.Set;

/**
 * Another writer has moved on with these partitions: this one had lost them without knowing.
 * Nothing was written.
 */
final class FencedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    FencedException(Set<Integer> partitions) {
        super(
                "fenced: another writer has moved the progress of one of the partitions "
                        + partitions
                        + "; nothing was written, starting again from the database");
    }
}
