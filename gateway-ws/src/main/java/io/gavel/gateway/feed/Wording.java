package io.gavel.gateway.feed;

import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.wire.Frame;
import java.util.List;

/** How frames put what a feed tells; the order and what is told are the same. */
public enum Wording {
    /** Each frame says all by itself, as a WebSocket needs it. */
    WHOLE {
        @Override
        Frame live(LotEvent event) {
            return LogFrames.live(event);
        }

        @Override
        Frame state(LotEvent event) {
            return LogFrames.state(event);
        }

        @Override
        Frame snapshot(LotEvent newest, String unchanging) {
            return LogFrames.snapshot(newest, unchanging, false);
        }

        @Override
        List<Frame> recovered(LotEvent newest, String unchanging) {
            return List.of();
        }

        @Override
        List<Frame> past(LotId lot, List<LotEvent> events, boolean first) {
            return LogFrames.past(lot, events, first);
        }
    },
    /** A frame is one event's exact bytes; its type and version are told beside them. */
    BARE {
        @Override
        Frame live(LotEvent event) {
            return new Frame("log", event.bytes(), event.version());
        }

        @Override
        Frame state(LotEvent event) {
            return new Frame("state", event.bytes(), event.version()).standing(event.standing());
        }

        @Override
        Frame snapshot(LotEvent newest, String unchanging) {
            Frame frame = LogFrames.snapshot(newest, unchanging, false);
            return new Frame(frame.type(), frame.utf8(), newest.version(), frame.standing(), null);
        }

        @Override
        List<Frame> recovered(LotEvent newest, String unchanging) {
            return List.of(LogFrames.snapshot(newest, unchanging, true));
        }

        @Override
        List<Frame> past(LotId lot, List<LotEvent> events, boolean first) {
            return events.stream().map(this::live).toList();
        }
    };

    /** An event as it happens, of the log feed. */
    abstract Frame live(LotEvent event);

    /** What is true now, of the state feed. */
    abstract Frame state(LotEvent event);

    /** The beginning of a watch that goes on behind {@code newest}. */
    abstract Frame snapshot(LotEvent newest, String unchanging);

    /**
     * What goes before the past when that can be told. It moves nobody on: the past is still to
     * come.
     */
    abstract List<Frame> recovered(LotEvent newest, String unchanging);

    /**
     * Events of the past.
     *
     * @param first whether nothing of the past was told before
     */
    abstract List<Frame> past(LotId lot, List<LotEvent> events, boolean first);
}
