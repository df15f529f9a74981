package io.gavel.bidding.batch;

import java.time.Duration;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.errors.UnreleasedInstanceIdException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.ListenerUtils;
import org.springframework.kafka.listener.MessageListenerContainer;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * A poll that fails comes again, for as long as it takes: commands wait in Kafka, nothing is
 * skipped. While the database is left alone, consumption pauses and the membership is kept. For the
 * listener's thread.
 */
final class RetryForEver implements CommonErrorHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RetryForEver.class);

    private final ExponentialBackOff backOff;
    private final Pause pause;
    private final Rejoining rejoining;
    private BackOffExecution waits;

    /**
     * @param retry the wait before the first retry; doubles each time
     * @param maxRetry the longest such wait
     */
    RetryForEver(Duration retry, Duration maxRetry, Pause pause, Rejoining rejoining) {
        this.backOff = new ExponentialBackOff(retry.toMillis(), 2);
        backOff.setMaxInterval(maxRetry.toMillis());
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        this.waits = backOff.start();
        this.pause = pause;
        this.rejoining = rejoining;
    }

    @Override
    public boolean seeksAfterHandling() {
        return true;
    }

    @Override
    public boolean isAckAfterHandle() {
        return false;
    }

    @Override
    public void handleBatch(
            Exception failure,
            ConsumerRecords<?, ?> poll,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            Runnable invokeListener) {
        Rewind.to(Rewind.starts(poll), consumer);
        if (!pause.whileTheDatabaseIsLeftAlone(container)) {
            wait(container);
        }
    }

    /** What goes wrong in a poll itself, before there are records. */
    @Override
    public void handleOtherException(
            Exception failure,
            Consumer<?, ?> consumer,
            MessageListenerContainer container,
            boolean batchListener) {
        if (failure instanceof UnreleasedInstanceIdException) {
            rejoining.after(Duration.ofMillis(waits.nextBackOff()), container);
        } else {
            LOG.warn("a poll failed", failure);
        }
    }

    /** Called after each poll that went well. */
    @Override
    public void clearThreadState() {
        waits = backOff.start();
    }

    private void wait(MessageListenerContainer container) {
        try {
            ListenerUtils.stoppableSleep(container, waits.nextBackOff());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
