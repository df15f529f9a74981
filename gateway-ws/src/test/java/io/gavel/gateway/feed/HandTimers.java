package io.gavel.gateway.feed;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Time that passes when told to. */
final class HandTimers implements Timers {

    private record Task(long due, Runnable action) {}

    private final List<Task> tasks = new ArrayList<>();
    private long now = 1_000;

    @Override
    public long nanos() {
        return now;
    }

    @Override
    public void in(long nanos, Runnable task) {
        tasks.add(new Task(now + nanos, task));
    }

    void pass(Duration time) {
        now += time.toNanos();
        List<Task> due = tasks.stream().filter(task -> task.due() <= now).toList();
        tasks.removeAll(due);
        due.forEach(task -> task.action().run());
    }
}
