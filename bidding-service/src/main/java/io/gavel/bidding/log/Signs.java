package io.gavel.bidding.log;

import io.gavel.bidding.auction.Outage;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandRecord;
import io.gavel.contracts.command.Heartbeat;
import io.gavel.contracts.command.InvalidCommand;
import io.gavel.contracts.command.Unreadable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the records of a partition show of whether anybody could bid (ADR 19): a sign is a heartbeat
 * or what a gateway sends for somebody, and between two signs that are further apart than the
 * threshold there was an outage. {@code close-due} is none, since settlement sends it whether there
 * is a gateway or not.
 *
 * @param last the time of the newest sign; null before the first heartbeat, so that a log from
 *     before there were any shows no outage
 * @param outages those that are over, the newest {@value #MOST} of them, oldest first
 */
public record Signs(@Nullable Instant last, List<Outage> outages) {

    /** How many outages are remembered. */
    public static final int MOST = 100;

    /** Of a partition without records. */
    public static final Signs NONE = new Signs(null, List.of());

    public Signs {
        outages = List.copyOf(outages);
    }

    /** With one more record at a time that is not before that of the record before. */
    public Signs and(CommandRecord record, Instant at, Duration threshold) {
        return isSign(record) && !at.equals(last) ? new Signs(at, outagesBy(at, threshold)) : this;
    }

    /** The outages up to a time: those that are over, and the one that still lasts. */
    public List<Outage> outagesBy(Instant at, Duration threshold) {
        if (last == null || Duration.between(last, at).compareTo(threshold) <= 0) {
            return outages;
        }
        List<Outage> more = new ArrayList<>(outages);
        more.add(new Outage(last, at));
        return more.size() > MOST ? List.copyOf(more.subList(1, more.size())) : more;
    }

    /** Those of the outages that are over that were not when others were taken. */
    public List<Outage> overSince(Signs earlier) {
        Instant then = earlier.last;
        return outages.stream()
                .filter(outage -> then == null || !outage.from().isBefore(then))
                .toList();
    }

    private boolean isSign(CommandRecord record) {
        return switch (record) {
            case Heartbeat _ -> true;
            case CloseDue _, InvalidCommand _, Unreadable _ -> false;
            case Command _ -> last != null;
        };
    }
}
