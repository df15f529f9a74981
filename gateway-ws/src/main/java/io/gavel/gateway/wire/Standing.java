package io.gavel.gateway.wire;

import io.gavel.contracts.lot.LotId;

/**
 * A frame that says what is true now of a lot. While it waits for a client, a newer one of the same
 * lot may take its place; what lasts neither goes nor lets a newer one pass.
 */
public record Standing(LotId lot, boolean lasts) {

    /** The newest is enough. */
    public static Standing passing(LotId lot) {
        return new Standing(lot, false);
    }

    /** Every client gets it. */
    public static Standing lasting(LotId lot) {
        return new Standing(lot, true);
    }
}
