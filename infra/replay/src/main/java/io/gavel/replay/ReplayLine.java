package io.gavel.replay;

import io.gavel.bidding.auction.Outage;
import io.gavel.contracts.command.Command;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A line of a replay file, read. */
public sealed interface ReplayLine {

    /** Counted from 1. */
    long number();

    /** The partition whose clock it moves; 0 unless the line says otherwise. */
    int partition();

    /**
     * A command and where it stands in the command log.
     *
     * @param appended the broker's time, before it is made monotonic
     * @param offset as given, or the line's number counted from 0
     * @param outages what was made good to the lot of outages before it
     * @param content what it asks, by which it is known again
     * @param json the command's exact bytes
     */
    record Asked(
            long number,
            int partition,
            Instant appended,
            long offset,
            Command command,
            List<Outage> outages,
            Content content,
            byte[] json)
            implements ReplayLine {}

    /** A gateway's sign of life; what outages it shows stands in the lines of commands. */
    record Beat(long number, int partition, Instant appended) implements ReplayLine {}

    /**
     * A line that nobody can be answered on; production puts such a record to the dead letters.
     *
     * @param appended null when not even the time can be read
     * @param problem what came and what was expected
     */
    record Unreadable(long number, int partition, @Nullable Instant appended, String problem)
            implements ReplayLine {}
}
