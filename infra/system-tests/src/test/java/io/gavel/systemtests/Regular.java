package io.gavel.systemtests;

import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A client as the protocol wants it: whatever becomes of a gateway, it comes back to the next one,
 * goes on with {@code after} where it was, and sends a bid again, under its id, until it is
 * decided.
 */
final class Regular implements Runnable {

    private static final Duration KNOCK_AGAIN = Duration.ofMillis(200);
    private static final Duration BETWEEN_BIDS = Duration.ofMillis(600);
    private static final Duration UNANSWERED = Duration.ofSeconds(8);

    private final HttpClient http;
    private final List<URI> gateways;
    private final String lot;
    private final @Nullable String token;
    private final Ledger ledger;
    private final CountDownLatch going;
    private final CountDownLatch lastOrders;
    private final SeenLog seen = new SeenLog();
    private final List<Integer> closed = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    private int at;
    private Ledger.@Nullable Bid open;
    private long dueNanos = System.nanoTime();

    /**
     * @param first which gateway it goes to first
     * @param token nothing for one who only watches
     * @param lastOrders open as long as there is bidding
     * @param going open as long as it stays
     */
    Regular(
            HttpClient http,
            List<URI> gateways,
            int first,
            String lot,
            @Nullable String token,
            Ledger ledger,
            CountDownLatch lastOrders,
            CountDownLatch going) {
        this.http = http;
        this.gateways = gateways;
        this.at = first;
        this.lot = lot;
        this.token = token;
        this.ledger = ledger;
        this.lastOrders = lastOrders;
        this.going = going;
    }

    SeenLog seen() {
        return seen;
    }

    /** How its lines ended, in order; 1006 is one that broke. */
    List<Integer> closed() {
        return closed;
    }

    /** Errors that it was not told to overcome by trying again. */
    List<String> refused() {
        return refused;
    }

    @Override
    public void run() {
        try {
            while (going.getCount() > 0) {
                Duration pause = visit(gateways.get(at));
                at = (at + 1) % gateways.size();
                going.await(pause.toNanos(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stays until the line ends; returns how long to stay away. */
    private Duration visit(URI gateway) throws InterruptedException {
        try (Line line = new Line(http, gateway)) {
            boolean signedIn = false;
            if (token != null) {
                line.say("{\"type\":\"auth\",\"token\":\"" + token + "\"}");
            }
            line.say(
                    "{\"type\":\"watch\",\"lot\":\"%s\",\"feed\":\"log\",\"after\":%d}"
                            .formatted(lot, seen.version()));
            while (going.getCount() > 0) {
                switch (line.next(Duration.ofNanos(dueNanos - System.nanoTime()))) {
                    case null -> turn(line, signedIn);
                    case Line.Text text -> {
                        signedIn |= text.type().equals("authenticated");
                        if (text.type().equals("authenticated")) {
                            dueNanos = System.nanoTime();
                        }
                        take(text);
                    }
                    case Line.Ended ended -> {
                        closed.add(ended.code());
                        return ended.retryAfter();
                    }
                }
            }
            return Duration.ZERO;
        } catch (CompletionException e) {
            long millis = ThreadLocalRandom.current().nextLong(KNOCK_AGAIN.toMillis());
            return Duration.ofMillis(millis);
        }
    }

    private void turn(Line line, boolean signedIn) {
        due(BETWEEN_BIDS);
        if (!signedIn) {
            return;
        }
        if (open == null && lastOrders.getCount() > 0) {
            open = ledger.next();
        }
        Ledger.Bid bid = open;
        if (bid != null) {
            ledger.sending(bid);
            line.say(
                    "{\"type\":\"bid\",\"id\":\"%s\",\"lot\":\"%s\",\"amount\":%d,\"confirmLarge\":true}"
                            .formatted(bid.id(), lot, bid.amount()));
            due(UNANSWERED);
        }
    }

    private void take(Line.Text frame) {
        switch (frame.type()) {
            case "log" -> seen.log(frame.text());
            case "snapshot" -> seen.snapshot(frame.text());
            case "decision" -> {
                ledger.told(frame.text());
                if (isOpen(frame.json())) {
                    open = null;
                    due(BETWEEN_BIDS);
                }
            }
            case "error" -> {
                if (isOpen(frame.json()) && frame.json().has("retryAfterMs")) {
                    due(Duration.ofMillis(frame.json().get("retryAfterMs").longValue()));
                } else {
                    refused.add(frame.text());
                }
            }
            default -> {}
        }
    }

    private boolean isOpen(JsonNode frame) {
        return open != null && open.id().equals(frame.path("id").asString(""));
    }

    private void due(Duration in) {
        dueNanos = System.nanoTime() + in.toNanos();
    }
}
