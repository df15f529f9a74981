package io.gavel.sandbox;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Requests that get no answer stay here until they are let go, or for as long as is set. */
final class Holds {

    private final Duration longest;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition letGo = lock.newCondition();
    private long round;
    private int held;

    Holds(Duration longest) {
        this.longest = longest;
    }

    /** Waits until somebody lets all go, or the time is over. */
    void hold() throws InterruptedException {
        lock.lock();
        try {
            long mine = round;
            held++;
            long left = longest.toNanos();
            while (mine == round && left > 0) {
                left = letGo.awaitNanos(left);
            }
        } finally {
            held--;
            lock.unlock();
        }
    }

    /** How many are held now. */
    int held() {
        lock.lock();
        try {
            return held;
        } finally {
            lock.unlock();
        }
    }

    /** Takes its time. */
    void pause(Duration duration) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(duration.toNanos());
    }

    /** Lets all go that are held now; gives how many. */
    int release() {
        lock.lock();
        try {
            round++;
            letGo.signalAll();
            return held;
        } finally {
            lock.unlock();
        }
    }
}
