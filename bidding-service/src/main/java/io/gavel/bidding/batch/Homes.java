package io.gavel.bidding.batch;

import io.gavel.contracts.lot.LotId;
import java.nio.charset.StandardCharsets;
import java.util.function.IntSupplier;
import org.apache.kafka.common.utils.Utils;
import org.springframework.context.SmartLifecycle;

/**
 * Where the commands of each lot are: where Kafka's producers put records with its key. How many
 * partitions there are is asked once, before anything listens; a log that does not answer ends the
 * start.
 */
final class Homes implements SmartLifecycle {
    private final IntSupplier partitionsOfTheLog;
    private volatile int partitions;

    /**
     * Asks nothing yet.
     *
     * @param partitionsOfTheLog may wait for the log
     */
    Homes(IntSupplier partitionsOfTheLog) {
        this.partitionsOfTheLog = partitionsOfTheLog;
    }

    static byte[] key(LotId lot) {
        return lot.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The one partition of the lot with this key; only once this was started. */
    int of(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    @Override
    public void start() {
        partitions = partitionsOfTheLog.getAsInt();
    }

    /** What is known stays known: some may still be at work. */
    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return partitions > 0;
    }

    /** Before all else. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
