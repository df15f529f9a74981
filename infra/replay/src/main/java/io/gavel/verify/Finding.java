package io.gavel.verify;

/**
 * The first thing found wrong with a log.
 *
 * @param at the place in the log, from 1: the version that was due there
 * @param detail what came and what was expected
 */
record Finding(Flaw flaw, long at, String detail) {

    /** The machine-readable line. */
    String line() {
        return flaw.word() + " " + at;
    }
}
