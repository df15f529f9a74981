package io.gavel.gateway.feed;

import static java.util.Objects.requireNonNull;

import io.gavel.contracts.frame.Feed;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.wire.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One lot being watched: its log as far as known here and those who watch it. Everything that is
 * sent about the lot is sent under this object's lock, so that each watcher sees one order.
 */
final class LotFeed {

    private final LotId lot;
    private final LotLog log;
    private final Conflation conflation;
    private final Timers timers;
    private final Watchers watchers = new Watchers();
    private final LastSeen lastSeen = new LastSeen();

    private String unchanging = "{}";
    private boolean filling;
    private boolean stateTimerSet;
    private boolean forgotten;
    private long unwatchedSinceNanos;

    LotFeed(LotId lot, LotLog log, Conflation conflation, Timers timers) {
        this.lot = lot;
        this.log = log;
        this.conflation = conflation;
        this.timers = timers;
        this.unwatchedSinceNanos = timers.nanos();
    }

    LotId lot() {
        return lot;
    }

    /** Takes in a watch; false when this feed has been forgotten, so that another must be asked. */
    synchronized boolean enter(Watch watch) {
        return !forgotten && watchers.add(watch);
    }

    synchronized void leave(Watch watch) {
        watch.end();
        if (watchers.remove(watch) && watchers.isEmpty()) {
            unwatchedSinceNanos = timers.nanos();
        }
    }

    /** Forgets the lot unless it is watched or was so within {@code keepNanos}. */
    synchronized boolean forgetIfUnwatched(long keepNanos) {
        forgotten |= watchers.isEmpty() && timers.nanos() - unwatchedSinceNanos >= keepNanos;
        return forgotten;
    }

    /** Forgets the lot, whoever watches. */
    synchronized void forget() {
        forgotten = true;
        watchers.end();
    }

    /** How many watch it. */
    synchronized int watching() {
        return watchers.size();
    }

    synchronized Set<Recipient> recipients() {
        return watchers.recipients();
    }

    /** The lot is known: its unchanging part and its newest events. */
    synchronized void begin(String unchangingPart, List<LotEvent> newestEvents) {
        unchanging = unchangingPart;
        log.begin(newestEvents);
        lastSeen.begin(unchangingPart);
        lastSeen.moved(newestEvents.getLast());
    }

    /** The lot as far as it is known here. Does not wait for what is being sent. */
    Optional<Seen> seen() {
        return lastSeen.seen();
    }

    synchronized long head() {
        return log.head();
    }

    synchronized boolean hasHole() {
        return log.hasHole();
    }

    /** True for the one who shall fill the hole, until {@link #filled}. */
    synchronized boolean startFilling() {
        boolean starts = !filling && !forgotten && log.head() >= 0 && log.hasHole();
        filling |= starts;
        return starts;
    }

    synchronized void filled() {
        filling = false;
    }

    /**
     * Takes an event and sends it to those who are live.
     *
     * @return whether it was new and followed the head
     */
    synchronized boolean append(LotEvent event) {
        if (!log.append(event)) {
            return false;
        }
        lastSeen.moved(event);
        watchers.sendLog(event);
        if (watchers.anyOf(Feed.STATE)) {
            conflation.offer(event);
            sendState();
        }
        return true;
    }

    private void sendState() {
        conflation.take(timers.nanos()).ifPresent(watchers::sendState);
        if (conflation.isWaiting() && !stateTimerSet) {
            stateTimerSet = true;
            timers.in(conflation.due(timers.nanos()), this::stateDue);
        }
    }

    private synchronized void stateDue() {
        stateTimerSet = false;
        sendState();
    }

    /** Answers a watch, as far as that can be done from memory. */
    synchronized Step answer(Watch watch) {
        if (watch.stage() != Watch.Stage.JOINING) {
            return new Step.Settled();
        }
        if (!watch.asksForPast()) {
            return snapshot(watch);
        }
        if (watch.position() > log.head()) {
            return watch.confirmHeadOnce() ? new Step.LookForHead() : snapshot(watch);
        }
        if (!log.remembers(watch.position())) {
            watch.readPast();
            return new Step.ReadPast(watch.position());
        }
        sendPast(watch, log.after(watch.position()));
        watch.goLive();
        return new Step.Settled();
    }

    /**
     * Takes a page of the past that a watch asked for. One that does not go on where the watch is
     * cannot be honoured: it gets a snapshot.
     */
    synchronized void past(Watch watch, List<LotEvent> page) {
        if (watch.stage() != Watch.Stage.JOINING) {
            return;
        }
        List<LotEvent> next = new ArrayList<>();
        long version = watch.position();
        for (LotEvent event : page) {
            if (event.version() == version + 1) {
                next.add(event);
                version++;
            }
        }
        if (next.isEmpty()) {
            snapshot(watch);
        } else {
            sendPast(watch, next);
        }
    }

    private void sendPast(Watch watch, List<LotEvent> events) {
        Wording wording = watch.wording();
        boolean first = watch.sayRecoveredOnce();
        if (first) {
            wording.recovered(newest(), unchanging).forEach(watch.recipient()::send);
        }
        wording.past(lot, events, first).forEach(watch.recipient()::send);
        if (!events.isEmpty()) {
            watch.moveTo(events.getLast().version());
        }
    }

    private Step snapshot(Watch watch) {
        LotEvent newest = newest();
        watch.recipient().send(watch.wording().snapshot(newest, unchanging));
        watch.moveTo(newest.version());
        watch.goLive();
        return new Step.Settled();
    }

    private LotEvent newest() {
        return requireNonNull(log.newest(), "a lot that has begun has an event");
    }
}
