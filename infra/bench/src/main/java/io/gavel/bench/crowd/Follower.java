package io.gavel.bench.crowd;

import java.nio.charset.StandardCharsets;

/** Follows the log feed of one lot: every version, in order, each once. */
public final class Follower implements Ear {

    private static final int TYPE = "{\"type\":\"".length();
    private static final Needle VERSION =
            new Needle("\"version\":".getBytes(StandardCharsets.US_ASCII));

    private final Tally tally;
    private long next;

    public Follower(Tally tally) {
        this.tally = tally;
    }

    @Override
    public void heard(byte[] text, int from, int to) {
        switch (text[from + TYPE]) {
            case 'l' -> events(text, from, to);
            case 's' -> {
                long version = number(text, VERSION.behind(text, from, to));
                next = version + 1;
                tally.joined(version);
            }
            case 'e' ->
                    throw new IllegalStateException(
                            new String(text, from, to - from, StandardCharsets.UTF_8));
            default -> {}
        }
    }

    private void events(byte[] text, int from, int to) {
        for (int at = VERSION.behind(text, from, to); at > 0; at = VERSION.behind(text, at, to)) {
            long version = number(text, at);
            if (version != next) {
                throw new IllegalStateException("version " + version + " (expected: " + next + ")");
            }
            next++;
            tally.arrived(version);
        }
    }

    private static long number(byte[] text, int from) {
        long number = 0;
        for (int at = from; text[at] >= '0' && text[at] <= '9'; at++) {
            number = number * 10 + (text[at] - '0');
        }
        return number;
    }

    @Override
    public void ended(int code) {
        throw new IllegalStateException(
                "a reader was closed with " + code + " (expected: that it may stay)");
    }
}
