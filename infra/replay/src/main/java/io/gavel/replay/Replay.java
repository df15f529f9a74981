package io.gavel.replay;

import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.Moment;
import io.gavel.contracts.lot.LotId;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Decides commands in the order of a log exactly as bidding-service does, with the same core: the
 * same lines give the same bytes. For one thread.
 */
public final class Replay {

    private final Map<LotId, Room> rooms = new LinkedHashMap<>();
    private final Map<Integer, Instant> clocks = new HashMap<>();

    /** Decides a line; nothing is said on one that cannot be read. */
    public Optional<Said> hear(ReplayLine line) {
        return switch (line) {
            case ReplayLine.Asked asked -> Optional.of(decide(asked));
            case ReplayLine.Beat _, ReplayLine.Unreadable _ -> {
                pass(line);
                yield Optional.empty();
            }
        };
    }

    /** Decides a command at its time, which is never before that of the line before it. */
    public Said decide(ReplayLine.Asked asked) {
        Instant at = advance(asked.partition(), asked.appended());
        Moment moment = new Moment(at, asked.partition(), asked.offset());
        return rooms.computeIfAbsent(asked.command().lot(), Room::new).decide(asked, moment);
    }

    /** Moves the clock over a line without deciding it. */
    public void pass(ReplayLine line) {
        switch (line) {
            case ReplayLine.Asked asked -> advance(asked.partition(), asked.appended());
            case ReplayLine.Beat beat -> advance(beat.partition(), beat.appended());
            case ReplayLine.Unreadable(_, int partition, var appended, _) -> {
                if (appended != null) {
                    advance(partition, appended);
                }
            }
        }
    }

    /** A lot as it stands now. */
    public LotEntry lot(LotId id) {
        Room room = rooms.get(id);
        return room == null ? LotEntry.unlisted(id) : room.entry();
    }

    /** All rooms, in the order of their first commands. */
    Map<LotId, Room> rooms() {
        return rooms;
    }

    /** DESIGN, invariant 1. */
    private Instant advance(int partition, Instant appended) {
        return clocks.merge(
                partition, appended, (clock, time) -> time.isBefore(clock) ? clock : time);
    }
}
