package io.gavel.gateway.feed;

import io.gavel.contracts.frame.Feed;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.Recipient;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** Those who watch one lot. Used under its feed's lock only. */
final class Watchers {

    private final Set<Watch> watches = new LinkedHashSet<>();

    boolean add(Watch watch) {
        return watches.add(watch);
    }

    boolean remove(Watch watch) {
        return watches.remove(watch);
    }

    boolean isEmpty() {
        return watches.isEmpty();
    }

    int size() {
        return watches.size();
    }

    void end() {
        watches.forEach(Watch::end);
        watches.clear();
    }

    Set<Recipient> recipients() {
        Set<Recipient> recipients = new LinkedHashSet<>();
        watches.forEach(watch -> recipients.add(watch.recipient()));
        return recipients;
    }

    boolean anyOf(Feed feed) {
        return watches.stream().anyMatch(watch -> isLive(watch, feed));
    }

    /** Sends an event to those of the log feed. */
    void sendLog(LotEvent event) {
        send(event, Feed.LOG, Wording::live);
    }

    /** Sends an event to those of the state feed that do not know it yet. */
    void sendState(LotEvent event) {
        send(event, Feed.STATE, Wording::state);
    }

    private void send(LotEvent event, Feed feed, BiFunction<Wording, LotEvent, Frame> say) {
        Map<Wording, Frame> frames = new EnumMap<>(Wording.class);
        for (Watch watch : watches) {
            if (isLive(watch, feed) && watch.position() < event.version()) {
                watch.moveTo(event.version());
                watch.recipient()
                        .send(
                                frames.computeIfAbsent(
                                        watch.wording(), wording -> say.apply(wording, event)));
            }
        }
    }

    private static boolean isLive(Watch watch, Feed feed) {
        return watch.stage() == Watch.Stage.LIVE && watch.feed() == feed;
    }
}
