package io.gavel.gateway.feed;

import io.gavel.contracts.frame.RawFrames;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.Standing;
import java.util.ArrayList;
import java.util.List;

/** Frames around events. */
final class LogFrames {

    private static final int MOST_EVENTS = 100;
    private static final int MOST_BYTES = 32 * 1024;

    private LogFrames() {}

    static Frame live(LotEvent event) {
        return Frame.text("log", RawFrames.log(event.lot(), List.of(event.bytes()))).forMany();
    }

    static Frame state(LotEvent event) {
        return Frame.text("state", RawFrames.state(event.bytes()))
                .standing(event.standing())
                .forMany();
    }

    static Frame snapshot(LotEvent newest, String unchanging, boolean recovered) {
        return Frame.text(
                        "snapshot",
                        RawFrames.snapshot(
                                newest.lot(),
                                newest.version(),
                                recovered,
                                unchanging,
                                newest.bytes()))
                .standing(Standing.lasting(newest.lot()));
    }

    /**
     * Events of the past, a group to a frame.
     *
     * @param first whether the first frame says that the past was recovered; then there is one even
     *     without events
     */
    static List<Frame> past(LotId lot, List<LotEvent> events, boolean first) {
        if (events.isEmpty()) {
            return first
                    ? List.of(Frame.text("log", RawFrames.recoveredLog(lot, List.of())))
                    : List.of();
        }
        List<Frame> frames = new ArrayList<>();
        for (List<LotEvent> group : groups(events)) {
            List<byte[]> bytes = group.stream().map(LotEvent::bytes).toList();
            boolean recovered = first && frames.isEmpty();
            frames.add(
                    Frame.text(
                            "log",
                            recovered
                                    ? RawFrames.recoveredLog(lot, bytes)
                                    : RawFrames.log(lot, bytes)));
        }
        return frames;
    }

    /** Splits events into as many at a time as one frame takes. */
    static List<List<LotEvent>> groups(List<LotEvent> events) {
        List<List<LotEvent>> groups = new ArrayList<>();
        int bytes = MOST_BYTES;
        for (LotEvent event : events) {
            bytes += event.bytes().length;
            if (bytes > MOST_BYTES || groups.getLast().size() == MOST_EVENTS) {
                groups.add(new ArrayList<>());
                bytes = event.bytes().length;
            }
            groups.getLast().add(event);
        }
        return groups;
    }
}
