package io.gavel.bidding.batch;

import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.command.Unreadable;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.topic.Headers;
import io.gavel.contracts.topic.Topics;
import io.gavel.tracing.Leg;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;

/** What is told, as Kafka's records. */
final class Messages {

    private Messages() {}

    static ProducerRecord<byte[], byte[]> event(Publication telling, SealedEvent event, Leg trace) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(Topics.LOT_EVENTS.topic(), key(telling), event.bytes());
        message.headers()
                .add(Headers.VERSION, utf8(Long.toString(event.version())))
                .add(Headers.TYPE, utf8(event.type()));
        trace.mark(message.headers());
        return message;
    }

    static ProducerRecord<byte[], byte[]> decision(Publication telling, Leg trace) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(Topics.DECISIONS.topic(), key(telling), telling.decision());
        message.headers()
                .add(Headers.BIDDER, utf8(telling.to().value()))
                .add(Headers.COMMAND_ID, utf8(telling.id().toString()));
        trace.mark(message.headers());
        AccountId outbid = telling.outbid();
        if (outbid != null) {
            message.headers().add(Headers.OUTBID, utf8(outbid.value()));
        }
        return message;
    }

    static ProducerRecord<byte[], byte[]> deadLetter(LogRecord record) {
        ProducerRecord<byte[], byte[]> letter =
                new ProducerRecord<>(
                        Topics.LOT_COMMANDS.deadLetters(),
                        record.partition(),
                        record.key(),
                        record.value());
        letter.headers().add(Headers.PROBLEM, utf8(problem(record)));
        return letter;
    }

    static String problem(LogRecord record) {
        return record.content() instanceof Unreadable(String why) ? why : "";
    }

    private static byte[] key(Publication telling) {
        return utf8(telling.lot().toString());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
