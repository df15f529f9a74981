package io.gavel.systemtests.fuzz;

import java.io.IOException;
import java.util.ArrayList;
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

    /** Of so many lines one is HTTP. */
    private static final int ONE_IN = 10;

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
        while (wrong.size() < 20) {
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
        int at = from;
        while (at < to) {
            try (FrameLine line = new FrameLine(stage)) {
                if (from / ON_A_LINE % 4 > 0) {
                    line.auth(Chance.of(seed, from).oneOf(stage.tokens()));
                }
                boolean open = true;
                while (at < to - 1 && open) {
                    int until = Math.min(to - 1, at + AT_ONCE);
                    open = send(line, at, until) && line.answersPing(until);
                    at = until;
                }
                if (open) {
                    line.send(frames.last(Chance.of(seed, at)));
                    at = to;
                    line.leave();
                }
            }
        }
    }

    private boolean send(FrameLine line, int from, int to) throws IOException {
        List<byte[]> all = new ArrayList<>();
        for (int n = from; n < to; n++) {
            all.add(frames.one(Chance.of(seed, n)));
        }
        try {
            line.send(Bytes.joined(all));
            return true;
        } catch (java.net.SocketException e) {
            return false;
        }
    }

    private void http(int from, int to) throws IOException {
        int at = from;
        while (at < to - 2) {
            try (RequestLine line = new RequestLine(stage)) {
                boolean open = true;
                while (at < to - 2 && open) {
                    List<OddRequests.Asked> some = some(at, Math.min(to - 2, at + ON_THE_WAY));
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

    private List<OddRequests.Asked> some(int from, int to) {
        return IntStream.range(from, to).mapToObj(n -> requests.one(Chance.of(seed, n))).toList();
    }
}
