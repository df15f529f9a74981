package io.gavel.bidding.batch;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.CommandRecord;
import io.gavel.contracts.command.Unreadable;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Reads records, and refuses those that lie in another partition than their lot's: a lot has one
 * writer.
 */
final class CommandReader {

    private static final byte[] NOTHING = {};

    private final Homes homes;

    CommandReader(Homes homes) {
        this.homes = homes;
    }

    LogRecord read(ConsumerRecord<byte[], byte[]> raw) {
        byte[] key = raw.key() == null ? NOTHING : raw.key();
        byte[] value = raw.value() == null ? NOTHING : raw.value();
        CommandRecord content = inPlace(raw.partition(), key, CommandJson.read(value));
        return new LogRecord(
                raw.partition(),
                raw.offset(),
                Instant.ofEpochMilli(raw.timestamp()),
                key,
                value,
                content);
    }

    private CommandRecord inPlace(int partition, byte[] key, CommandRecord content) {
        if (!(content instanceof Command command)) {
            return content;
        }
        if (!Arrays.equals(Homes.key(command.lot()), key)) {
            return new Unreadable("the key is not the lot (expected: " + command.lot() + ")");
        }
        int home = homes.of(key);
        return partition == home
                ? content
                : new Unreadable(
                        "partition "
                                + partition
                                + " (expected: "
                                + home
                                + " for lot "
                                + command.lot()
                                + ")");
    }
}
