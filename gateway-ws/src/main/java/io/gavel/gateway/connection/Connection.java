package io.gavel.gateway.connection;

import io.gavel.contracts.frame.CloseCode;
import io.gavel.contracts.frame.ErrorCode;
import io.gavel.contracts.frame.ServerFrame;
import io.gavel.gateway.admission.Conduct;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** One client: who it is, what it watches, and its queue. */
final class Connection implements Client {

    private final Outbox outbox;
    private final Watches watches;
    private final SignedIn signedIn;
    private final Conduct conduct;
    private final SocketMeters meters;
    private final Unanswered unanswered = new Unanswered();

    private @Nullable Person person;
    private boolean ended;
    private final long startedNanos = System.nanoTime();
    private volatile long heardNanos = startedNanos;
    private volatile boolean hasAsked;

    Connection(
            Outbox outbox,
            Watches watches,
            SignedIn signedIn,
            Conduct conduct,
            SocketMeters meters) {
        this.outbox = outbox;
        this.watches = watches;
        this.signedIn = signedIn;
        this.conduct = conduct;
        this.meters = meters;
    }

    Watches watches() {
        return watches;
    }

    @Override
    public void send(Frame frame) {
        outbox.send(frame);
    }

    @Override
    public Mono<Void> room() {
        return outbox.room();
    }

    void refuse(ErrorCode code, String message, @Nullable Object id, @Nullable Object lot) {
        meters.refused(code.word());
        send(Frame.error(code, message, id, lot, null));
    }

    void refuse(
            ErrorCode code,
            String message,
            @Nullable Object id,
            @Nullable Object lot,
            Duration retryAfter) {
        meters.refused(code.word());
        send(Frame.error(code, message, id, lot, Math.max(1, retryAfter.toMillis())));
    }

    void close(CloseCode code) {
        close(Goodbye.of(code));
    }

    @Override
    public void leave(Goodbye goodbye) {
        unanswered.leave(goodbye).ifPresent(this::close);
    }

    /** A bid is on its way, if it is still taken. */
    boolean beginBid() {
        return unanswered.add();
    }

    /** A bid that was taken is answered. */
    void endBid() {
        unanswered.answered().ifPresent(this::close);
    }

    private void close(Goodbye goodbye) {
        outbox.close(goodbye);
    }

    /** Something came from the client: says whether it came too fast. */
    Conduct.Verdict heard() {
        heardNanos = System.nanoTime();
        return conduct.judge(heardNanos);
    }

    /** The client has asked for something that can be done. */
    void asked() {
        hasAsked = true;
    }

    /** Whether it is closed, or being closed: nothing more is done for it. */
    boolean isOver() {
        return outbox.isOver();
    }

    /** Who it is, as long as the token holds. */
    synchronized Optional<Person> person(Instant now) {
        return Optional.ofNullable(person).filter(known -> known.isValidAt(now));
    }

    /** The client has said who it is, maybe again, maybe somebody else. */
    synchronized void signIn(Person newPerson) {
        if (ended) {
            return;
        }
        signOut();
        person = newPerson;
        signedIn.add(newPerson.account(), this);
    }

    /** The regular sign of life; ends what is over. */
    void beat(Instant now, Duration idle, Duration askWithin) {
        long nanos = System.nanoTime();
        if (nanos - heardNanos >= idle.toNanos()) {
            close(CloseCode.IDLE);
            return;
        }
        if (!hasAsked && nanos - startedNanos >= askWithin.toNanos()) {
            close(CloseCode.ASKED_NOTHING);
            return;
        }
        if (signOutIfExpired(now)) {
            refuse(ErrorCode.UNAUTHENTICATED, "the token has expired: say auth again", null, null);
        }
        send(Frame.PING);
        send(Frame.of(new ServerFrame.Heartbeat(now, watches.versions())));
    }

    /** The connection is gone. */
    synchronized void end() {
        ended = true;
        signOut();
        outbox.ended();
    }

    private synchronized boolean signOutIfExpired(Instant now) {
        boolean expired = person != null && !person.isValidAt(now);
        if (expired) {
            signOut();
        }
        return expired;
    }

    private void signOut() {
        if (person != null) {
            signedIn.remove(person.account(), this);
            person = null;
        }
    }
}
