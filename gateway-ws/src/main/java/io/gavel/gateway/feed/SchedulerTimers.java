package io.gavel.gateway.feed;

import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Scheduler;

/** Real time. */
record SchedulerTimers(Scheduler scheduler) implements Timers {

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public void in(long nanos, Runnable task) {
        scheduler.schedule(task, nanos, TimeUnit.NANOSECONDS);
    }
}
