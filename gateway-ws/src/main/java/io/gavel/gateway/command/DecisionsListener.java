package io.gavel.gateway.command;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.frame.ServerFrame;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.topic.Headers;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.Recipient;
import io.gavel.gateway.wire.SignedIn;
import io.gavel.tracing.Leg;
import io.gavel.tracing.Note;
import io.gavel.tracing.Traces;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Routes decisions by their headers: the exact bytes to the bidder's connections here, {@code
 * outbid} to those of the dethroned leader, and the answer to who waits for it. A decision that
 * concerns nobody here is not even read.
 */
@Component
class DecisionsListener {

    private final SignedIn signedIn;
    private final PendingDecisions pending;
    private final BidAdvice advice;
    private final Traces traces;

    DecisionsListener(
            SignedIn signedIn, PendingDecisions pending, BidAdvice advice, Traces traces) {
        this.signedIn = signedIn;
        this.pending = pending;
        this.advice = advice;
        this.traces = traces;
    }

    void decided(ConsumerRecord<String, byte[]> found) {
        String bidder = header(found, Headers.BIDDER);
        String id = header(found, Headers.COMMAND_ID);
        if (bidder != null && id != null) {
            deliver(found, new AccountId(bidder), CommandId.parse(id));
        }
        String outbid = header(found, Headers.OUTBID);
        if (outbid != null) {
            tellOutbid(found.value(), signedIn.of(new AccountId(outbid)));
        }
    }

    private void deliver(ConsumerRecord<String, byte[]> found, AccountId bidder, CommandId id) {
        Set<Recipient> recipients = signedIn.of(bidder);
        PendingDecisions.Key key = new PendingDecisions.Key(LotId.parse(found.key()), id, bidder);
        boolean isAwaited = pending.isAwaited(key);
        if (recipients.isEmpty() && !isAwaited) {
            return;
        }
        Leg leg =
                traces.goOn("deliver decision", found.headers())
                        .note(Note.LOT, found.key())
                        .note(Note.RECEIVERS, recipients.size());
        Decision decision = null;
        try {
            if (isAwaited || advice.isGiven()) {
                decision = Json.read(found.value(), Decision.class);
                advice.learn(decision);
            }
        } finally {
            Frame frame = Frame.decision(found.value());
            recipients.forEach(recipient -> recipient.send(frame));
            leg.end();
        }
        if (isAwaited && decision != null) {
            pending.decided(key, new Outcome.Decided(decision, found.value()));
        }
    }

    private static void tellOutbid(byte[] bytes, Set<Recipient> recipients) {
        if (recipients.isEmpty()) {
            return;
        }
        Decision decision = Json.read(bytes, Decision.class);
        Long version = decision.version();
        Money price = decision.price();
        Money next = decision.next();
        if (version != null && price != null && next != null) {
            Frame frame =
                    Frame.of(
                            new ServerFrame.Outbid(
                                    decision.lot(), version, price, next, decision.at()));
            recipients.forEach(recipient -> recipient.send(frame));
        }
    }

    private static @Nullable String header(ConsumerRecord<String, byte[]> found, String name) {
        Header header = found.headers().lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }
}
