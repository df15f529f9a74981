package io.gavel.contracts.command;

import org.jspecify.annotations.Nullable;

/** Something only the auctioneer does; the gateway checks that {@code by} may. */
public sealed interface AuctioneerCommand extends Command
        permits Pause, Resume, Extend, Hammer, Cancel {

    /** The longest reason. */
    int MAX_REASON = 500;

    /** What the public is told; null when nothing was given. */
    @Nullable String reason();

    /**
     * Whether the sender acted as an operator. Only where he is also the lot's seller does it
     * matter.
     */
    boolean asOperator();
}
