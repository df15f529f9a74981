package io.gavel.systemtests.fuzz;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/**
 * Sends cases from a seed, so many on a line, several lines at a time. Case n is the same each
 * time; what the lots have become meanwhile is not.
 *
 * @param seed of chance
 * @param first case
 * @param cases how many
 */
public record Rounds(
        Stage stage, OddFrames frames, OddRequests requests, long seed, int first, int cases) {

    private static final int LINES = 6;
    private static final int ON_A_LINE = 200;
    private static final int AT_ONCE = 40;
    private static final int ON_THE_WAY = 10;

    /** Of so many WebSockets one is of somebody who never says who he is. */
    private static final int SPECTATORS = 4;

    /** When so much went wrong, the rest is not looked at. */
    private static final int ENOUGH = 20;

    /** Of so many lines one is HTTP. */
    private static final int ONE_IN = 20;

    /** Runs them; returns what went wrong, each with what is needed to see it again. */
    public List<String> run() throws InterruptedException {
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        AtomicInteger next = new AtomicInteger(first);
        try (ExecutorService lines = Executors.newVirtualThreadPerTaskExecutor()) {
            lines.invokeAll(
                    IntStream.range(0, LINES)
                            .mapToObj(_ -> Executors.callable(() -> work(next, wrong)))
                            .toList());
        }
        return List.copyOf(wrong);
    }

    private void work(AtomicInteger next, ConcurrentLinkedQueue<String> wrong) {
        while (wrong.size() < ENOUGH) {
            int from = next.getAndAdd(ON_A_LINE);
            int to = Math.min(first + cases, from + ON_A_LINE);
            if (from >= to) {
                return;
            }
            try {
                if (from / ON_A_LINE % ONE_IN == 0) {
                    http(from, to);
                } else {
                    webSocket(from, to);
                }
            } catch (IOException | RuntimeException | AssertionError e) {
                wrong.add("seed " + seed + ", cases " + from + " to " + (to - 1) + ": " + e);
            }
        }
    }

    private void webSocket(int from, int to) throws IOException {
        try (FrameLine line = new FrameLine(stage)) {
            if (from / ON_A_LINE % SPECTATORS > 0) {
                line.auth(Chance.of(seed, from).oneOf(stage.tokens()));
            }
            for (int at = from; at < to - 1; at += AT_ONCE) {
                int until = Math.min(to - 1, at + AT_ONCE);
                line.send(some(at, until));
                if (!line.answersPing(until)) {
                    throw new AssertionError("closed after one of " + at + " to " + (until - 1));
                }
            }
            line.leave(frames.last(Chance.of(seed, to - 1)));
        }
    }

    private byte[] some(int from, int to) {
        return Bytes.joined(
                IntStream.range(from, to).mapToObj(n -> frames.one(Chance.of(seed, n))).toList());
    }

    private void http(int from, int to) throws IOException {
        int at = from;
        while (at < to - 2) {
            try (RequestLine line = new RequestLine(stage)) {
                boolean open = true;
                while (at < to - 2 && open) {
                    List<OddRequests.Asked> some = asked(at, Math.min(to - 2, at + ON_THE_WAY));
                    int answered = line.ask(some);
                    open = answered == some.size();
                    at += Math.max(1, answered);
                }
            }
        }
        try (RequestLine line = new RequestLine(stage)) {
            line.askLast(requests.last(Chance.of(seed, to - 2)));
        }
        try (RequestLine line = new RequestLine(stage)) {
            line.askStream(requests.stream(Chance.of(seed, to - 1)));
        }
    }

    private List<OddRequests.Asked> asked(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> requests.one(Chance.of(seed, n))).toList();
    }
}
