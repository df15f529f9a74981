package io.gavel.bidding.batch;

import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.command.Unreadable;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.topic.Headers;
import io.gavel.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes what is stored: all events, then, when they are on Kafka, the decisions (DESIGN,
 * invariant 5).
 */
final class Announcer {

    private static final Logger LOG = LoggerFactory.getLogger(Announcer.class);

    private final Producer<byte[], byte[]> producer;
    private final BatchMetrics metrics;
    private final Duration deadline;

    Announcer(Producer<byte[], byte[]> producer, BatchMetrics metrics, Duration deadline) {
        this.producer = producer;
        this.metrics = metrics;
        this.deadline = deadline;
    }

    /**
     * Publishes events and decisions in order.
     *
     * @throws AnnouncementException if Kafka does not acknowledge within the deadline; some of it
     *     may be there
     */
    void tell(List<Publication> tellings) {
        List<ProducerRecord<byte[], byte[]>> events = new ArrayList<>();
        List<ProducerRecord<byte[], byte[]>> decisions = new ArrayList<>(tellings.size());
        for (Publication telling : tellings) {
            byte[] key = utf8(telling.lot().toString());
            telling.events().forEach(event -> events.add(event(key, event)));
            decisions.add(decision(key, telling));
        }
        send(events);
        send(decisions);
    }

    /** Puts records that nobody can answer where somebody can look at them. */
    void bury(List<LogRecord> records) {
        List<ProducerRecord<byte[], byte[]>> letters = new ArrayList<>(records.size());
        for (LogRecord record : records) {
            String problem = record.content() instanceof Unreadable(String why) ? why : "";
            LOG.warn(
                    "dead letter: partition {} offset {}: {}",
                    record.partition(),
                    record.offset(),
                    problem);
            ProducerRecord<byte[], byte[]> letter =
                    new ProducerRecord<>(
                            Topics.LOT_COMMANDS.deadLetters(),
                            record.partition(),
                            record.key(),
                            record.value());
            letter.headers().add(Headers.PROBLEM, utf8(problem));
            letters.add(letter);
        }
        send(letters);
        metrics.buried(letters.size());
    }

    private static ProducerRecord<byte[], byte[]> event(byte[] key, SealedEvent event) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(Topics.LOT_EVENTS.topic(), key, event.bytes());
        message.headers()
                .add(Headers.VERSION, utf8(Long.toString(event.version())))
                .add(Headers.TYPE, utf8(event.type()));
        return message;
    }

    private static ProducerRecord<byte[], byte[]> decision(byte[] key, Publication telling) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(Topics.DECISIONS.topic(), key, telling.decision());
        message.headers()
                .add(Headers.BIDDER, utf8(telling.to().value()))
                .add(Headers.COMMAND_ID, utf8(telling.id().toString()));
        AccountId outbid = telling.outbid();
        if (outbid != null) {
            message.headers().add(Headers.OUTBID, utf8(outbid.value()));
        }
        return message;
    }

    private void send(List<ProducerRecord<byte[], byte[]>> messages) {
        long until = System.nanoTime() + deadline.toNanos();
        List<Future<RecordMetadata>> sent = new ArrayList<>(messages.size());
        messages.forEach(message -> sent.add(producer.send(message)));
        for (Future<RecordMetadata> acknowledgement : sent) {
            await(acknowledgement, until - System.nanoTime());
        }
    }

    private void await(Future<RecordMetadata> acknowledgement, long nanos) {
        try {
            acknowledgement.get(Math.max(0, nanos), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new AnnouncementException("no acknowledgement from Kafka within " + deadline, e);
        } catch (ExecutionException e) {
            throw new AnnouncementException("Kafka refused a message: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AnnouncementException("interrupted while waiting for Kafka", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What is stored could not be told, or not all of it; it will be told again. */
    static final class AnnouncementException extends RuntimeException {

        private static final long serialVersionUID = 1;

        AnnouncementException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
