package io.gavel.bidding.batch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives messages to Kafka, all of them again until it has acknowledged every one. */
final class Teller {

    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);

    private final Producer<byte[], byte[]> producer;
    private final Patience patience;

    /**
     * @param producer used by nobody else, since a flush waits for all that it was given
     */
    Teller(Producer<byte[], byte[]> producer, Patience patience) {
        this.producer = producer;
        this.patience = patience;
    }

    /**
     * How long things may take.
     *
     * @param maxWaiting announcements that wait for their turn
     * @param deadline for the acknowledgements of messages, and for room to wait in
     * @param retry before they are told again; doubles each time
     * @param maxRetry the longest such wait
     */
    record Patience(int maxWaiting, Duration deadline, Duration retry, Duration maxRetry) {}

    /**
     * Returns when all is on Kafka.
     *
     * @param messages asked again before each attempt
     */
    void tell(Supplier<List<ProducerRecord<byte[], byte[]>>> messages) throws InterruptedException {
        Duration pause = patience.retry();
        while (true) {
            try {
                tell(messages.get());
                return;
            } catch (RuntimeException | ExecutionException | TimeoutException e) {
                LOG.warn("messages are not told and will be told again in {}", pause, e);
            }
            Thread.sleep(pause);
            Duration longer = pause.multipliedBy(2);
            pause = longer.compareTo(patience.maxRetry()) < 0 ? longer : patience.maxRetry();
        }
    }

    private void tell(List<ProducerRecord<byte[], byte[]>> messages)
            throws InterruptedException, ExecutionException, TimeoutException {
        if (messages.isEmpty()) {
            return;
        }
        long until = System.nanoTime() + patience.deadline().toNanos();
        List<Future<RecordMetadata>> sent = new ArrayList<>(messages.size());
        for (ProducerRecord<byte[], byte[]> message : messages) {
            sent.add(producer.send(message));
        }
        producer.flush();
        for (Future<RecordMetadata> acknowledgement : sent) {
            acknowledgement.get(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
        }
    }
}
