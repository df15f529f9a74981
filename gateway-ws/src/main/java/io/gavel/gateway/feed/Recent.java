package io.gavel.gateway.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The newest events of a lot, without a hole; the oldest go when there are too many. */
final class Recent {

    private final int mostEvents;
    private final long mostBytes;
    private final Deque<LotEvent> events = new ArrayDeque<>();
    private long bytes;

    Recent(int mostEvents, long mostBytes) {
        this.mostEvents = mostEvents;
        this.mostBytes = mostBytes;
    }

    void add(LotEvent event) {
        events.addLast(event);
        bytes += event.bytes().length;
        while (events.size() > mostEvents || (bytes > mostBytes && events.size() > 1)) {
            bytes -= events.removeFirst().bytes().length;
        }
    }

    @Nullable LotEvent newest() {
        return events.peekLast();
    }

    /** Whether everything behind this version is here. */
    boolean reachesBackTo(long version) {
        LotEvent oldest = events.peekFirst();
        return oldest != null && version >= oldest.version() - 1;
    }

    /** Those behind this version, in order. */
    List<LotEvent> after(long version) {
        List<LotEvent> found = new ArrayList<>();
        for (LotEvent event : events) {
            if (event.version() > version) {
                found.add(event);
            }
        }
        return found;
    }
}
