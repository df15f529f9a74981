package io.gavel.bidding.batch;

import io.gavel.contracts.lot.LotId;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;

/** Where the commands of each lot are: where Kafka's producers put records with its key. */
record Homes(int partitions) {

    static byte[] key(LotId lot) {
        return lot.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** The one partition of the lot with this key. */
    int of(byte[] key) {
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }
}
