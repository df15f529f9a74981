package io.gavel.bench;

import java.io.PrintStream;

/** Tells whoever waits what is being done, and how many seconds in. */
record Progress(PrintStream out, long startNanos) {

    static Progress on(PrintStream out) {
        return new Progress(out, System.nanoTime());
    }

    void say(String what) {
        out.printf("%5d s  %s%n", (System.nanoTime() - startNanos) / 1_000_000_000L, what);
        out.flush();
    }
}
