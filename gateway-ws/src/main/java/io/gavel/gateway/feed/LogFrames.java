package io.gavel.gateway.feed;

import io.gavel.contracts.frame.RawFrames;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.wire.Frame;
import java.util.ArrayList;
import java.util.List;

/** Frames around events. */
final class LogFrames {

    private static final int MOST_EVENTS = 100;
    private static final int MOST_BYTES = 64 * 1024;

    private LogFrames() {}

    static Frame live(LotEvent event) {
        return Frame.text("log", RawFrames.log(event.lot(), List.of(event.bytes())));
    }

    static Frame state(LotEvent event) {
        return Frame.text("state", RawFrames.state(event.bytes()));
    }

    static Frame snapshot(LotEvent newest, String unchanging) {
        return Frame.text(
                "snapshot",
                RawFrames.snapshot(
                        newest.lot(), newest.version(), false, unchanging, newest.bytes()));
    }

    /**
     * Events of the past, several to a frame.
     *
     * @param first whether the first frame says that the past was recovered; then there is one even
     *     without events
     */
    static List<Frame> past(LotId lot, List<LotEvent> events, boolean first) {
        List<Frame> frames = new ArrayList<>();
        List<byte[]> group = new ArrayList<>();
        int bytes = 0;
        for (LotEvent event : events) {
            if (group.size() == MOST_EVENTS
                    || (bytes + event.bytes().length > MOST_BYTES && !group.isEmpty())) {
                frames.add(frame(lot, group, first && frames.isEmpty()));
                group = new ArrayList<>();
                bytes = 0;
            }
            group.add(event.bytes());
            bytes += event.bytes().length;
        }
        if (!group.isEmpty() || (first && frames.isEmpty())) {
            frames.add(frame(lot, group, first && frames.isEmpty()));
        }
        return frames;
    }

    private static Frame frame(LotId lot, List<byte[]> events, boolean recovered) {
        return Frame.text(
                "log",
                recovered ? RawFrames.recoveredLog(lot, events) : RawFrames.log(lot, events));
    }
}
