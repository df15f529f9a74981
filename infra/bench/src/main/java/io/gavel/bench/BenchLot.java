package io.gavel.bench;

import io.gavel.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * A lot and a bidding war on it: 50 bidders take turns, and each bids just what is asked, so that
 * every bid is accepted and changes the leader. Writes the commands as a gateway does.
 */
final class BenchLot {

    private static final int BIDDERS = 50;
    private static final int STEP = 100;

    /** A ladder of one step, so that what is asked is known without asking. */
    private static final String ONE_STEP = "\"increments\":[[0," + STEP + "]]";

    private final UUID id = UUID.randomUUID();
    private final byte[] key = utf8(id.toString());
    private int bids;

    UUID id() {
        return id;
    }

    /** Lists the lot, open at once, for a war of bids. */
    ProducerRecord<byte[], byte[]> listing(Instant closesAt) {
        return command(listing(closesAt, ONE_STEP));
    }

    /** The next bid of the war. */
    ProducerRecord<byte[], byte[]> nextBid(UUID command) {
        bids++;
        return command(bid(command, bids % BIDDERS, (long) STEP * bids));
    }

    /** A bid on one of these lots, which the id chooses. */
    static ProducerRecord<byte[], byte[]> nextBid(List<BenchLot> lots, UUID command) {
        return lots.get((int) (command.getLeastSignificantBits() % lots.size())).nextBid(command);
    }

    /** The amount that the next bid of the war has to have, in minor units. */
    long nextAmount() {
        bids++;
        return (long) STEP * bids;
    }

    /**
     * A listing as JSON.
     *
     * @param terms further fields of the listing, as JSON
     */
    byte[] listing(Instant closesAt, String terms) {
        return utf8(
                "{\"id\":\"%s\",\"type\":\"list-lot\",\"lot\":\"%s\",\"by\":\"seller\",\"title\":\"A clock\",\"description\":\"Ticks.\",\"format\":\"english\",\"currency\":\"EUR\",\"startingPrice\":%d,%s,\"closesAt\":\"%s\"}"
                        .formatted(UUID.randomUUID(), id, STEP, terms, closesAt));
    }

    /** A bid as JSON; the amount in minor units. */
    byte[] bid(UUID command, int bidder, long amount) {
        return utf8(
                "{\"id\":\""
                        + command
                        + "\",\"type\":\"place-bid\",\"lot\":\""
                        + id
                        + "\",\"by\":\"bidder"
                        + bidder
                        + "\",\"amount\":"
                        + amount
                        + "}");
    }

    private ProducerRecord<byte[], byte[]> command(byte[] json) {
        return new ProducerRecord<>(Topics.LOT_COMMANDS.topic(), key, json);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
