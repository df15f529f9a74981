package io.gavel.gateway.feed;

/** A clock that only goes forward, and something done later. */
interface Timers {

    long nanos();

    void in(long nanos, Runnable task);
}
