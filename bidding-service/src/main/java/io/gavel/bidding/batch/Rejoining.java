package io.gavel.bidding.batch;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.MessageListenerContainer;

/**
 * A static member whose name is still another's, such as its own from before it was killed, is
 * refused, and its consumer gives up for good. So that consumer is left, and another joins, again
 * and again until the name is free.
 */
final class Rejoining {

    private static final Logger LOG = LoggerFactory.getLogger(Rejoining.class);

    private final BooleanSupplier serving;
    private final AtomicBoolean underWay = new AtomicBoolean();

    /**
     * @param serving false once this service stops: nothing is started any more
     */
    Rejoining(BooleanSupplier serving) {
        this.serving = serving;
    }

    /** Returns at once: a consumer cannot be left by its own thread. */
    void after(Duration wait, MessageListenerContainer container) {
        if (underWay.compareAndSet(false, true)) {
            LOG.warn("this member's name is not free yet: it joins again after {}", wait);
            Thread.ofVirtual().name("rejoining").start(() -> rejoin(wait, container));
        }
    }

    /** Until the container was started, or nothing is to be started any more. */
    private void rejoin(Duration wait, MessageListenerContainer container) {
        try {
            do {
                leave(container);
                Thread.sleep(wait);
                underWay.set(false);
            } while (serving.getAsBoolean()
                    && !joins(container)
                    && underWay.compareAndSet(false, true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void leave(MessageListenerContainer container) {
        try {
            container.stop();
        } catch (RuntimeException e) {
            LOG.warn("the consumer did not leave in order", e);
        }
    }

    private static boolean joins(MessageListenerContainer container) {
        try {
            container.start();
            return true;
        } catch (RuntimeException e) {
            LOG.warn("joining failed, and is tried again", e);
            return false;
        }
    }
}
