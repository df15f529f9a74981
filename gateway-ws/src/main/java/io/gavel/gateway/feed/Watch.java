package io.gavel.gateway.feed;

import io.gavel.contracts.frame.Feed;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.wire.Recipient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One recipient watching one lot. What is sent has no hole and nothing twice: {@link #sent} only
 * moves on, and only {@link LotFeed} moves it, under its lock.
 */
public final class Watch {

    /** How far a watch is with being answered. */
    enum Stage {
        /** Not answered yet, or still reading the past. */
        JOINING,
        /** Gets what happens. */
        LIVE,
        ENDED
    }

    private final LotId lot;
    private final Feed feed;
    private final @Nullable Long after;
    private final Wording wording;
    private final Recipient recipient;

    private volatile Stage stage = Stage.JOINING;
    private volatile long sent;
    private boolean headConfirmed;
    private boolean recoverySaid;
    private boolean pastRead;

    public Watch(LotId lot, Feed feed, @Nullable Long after, Recipient recipient) {
        this(lot, feed, after, Wording.WHOLE, recipient);
    }

    public Watch(LotId lot, Feed feed, @Nullable Long after, Wording wording, Recipient recipient) {
        this.lot = lot;
        this.wording = wording;
        this.feed = feed;
        this.after = feed == Feed.LOG ? after : null;
        this.recipient = recipient;
        this.sent = this.after == null ? 0 : this.after;
    }

    public LotId lot() {
        return lot;
    }

    /** The newest version sent, or 0 while there is none. */
    public long sent() {
        return stage == Stage.LIVE ? sent : 0;
    }

    Feed feed() {
        return feed;
    }

    Wording wording() {
        return wording;
    }

    Recipient recipient() {
        return recipient;
    }

    Stage stage() {
        return stage;
    }

    /** Whether it asked to go on where it was. */
    boolean asksForPast() {
        return after != null;
    }

    /** Where it is on its way to the head. */
    long position() {
        return sent;
    }

    void moveTo(long version) {
        sent = version;
    }

    void goLive() {
        stage = Stage.LIVE;
    }

    void end() {
        stage = Stage.ENDED;
    }

    /** True once: the first time a client says to be ahead, the head is looked up again. */
    boolean confirmHeadOnce() {
        boolean first = !headConfirmed;
        headConfirmed = true;
        return first;
    }

    /** The log is asked for what it lacks. */
    void readPast() {
        pastRead = true;
    }

    /** How it went on where it was, once it is live; nothing if it did not ask to. */
    Optional<Recovery> recovery() {
        if (!asksForPast()) {
            return Optional.empty();
        }
        Recovery recovered = pastRead ? Recovery.LOG : Recovery.MEMORY;
        return Optional.of(recoverySaid ? recovered : Recovery.SNAPSHOT);
    }

    /** True once: only the first frame says that the past was recovered. */
    boolean sayRecoveredOnce() {
        boolean first = !recoverySaid;
        recoverySaid = true;
        return first;
    }
}
