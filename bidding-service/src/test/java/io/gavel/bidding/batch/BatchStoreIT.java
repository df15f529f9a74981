package io.gavel.bidding.batch;

import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.auction.Outage;
import io.gavel.bidding.auction.OutageTerms;
import io.gavel.bidding.batch.BatchStore.Written;
import io.gavel.bidding.batch.PartitionState.Bidder;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.Signs;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.Heartbeat;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The transaction and its fence, on partitions that the running service does not have. */
class BatchStoreIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final AccountId SELLER = new AccountId("seller");

    private static final OutagePolicy POLICY =
            new OutagePolicy(
                    Duration.ofSeconds(15),
                    new OutageTerms(Duration.ofMinutes(10), Duration.ofHours(24)));

    private static BiddingStack stack;
    private static BatchStore store;
    private static int partition = 1_000;

    private final LotId lot = new LotId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        stack = new BiddingStack();
        store = stack.bean(BatchStore.class);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    @BeforeEach
    void anotherPartition() {
        partition++;
    }

    @Test
    void of_two_writers_that_start_at_the_same_offset_the_second_is_fenced_and_writes_nothing() {
        Batch first = decided(list(0));
        Batch zombie = decided(list(0), bid(1, "alice", 500));

        assertThat(store.write(first).block(PATIENCE)).isEqualTo(Written.STORED);
        assertThat(store.write(zombie).block(PATIENCE)).isEqualTo(Written.FENCED);

        assertThat(stored()).hasSize(1);
        assertThat(progress().nextOffset()).isEqualTo(1);
        assertThat(store.paddles(List.of(new Bidder(lot, new AccountId("alice")))).block(PATIENCE))
                .isEmpty();
    }

    @Test
    void a_command_that_is_decided_already_takes_the_whole_batch_back() {
        LogRecord listing = list(0);
        store.write(decided(listing)).block(PATIENCE);
        LogRecord again = record(1, (Command) listing.content());
        Batch batch = decided(bid(2, "alice", 500), again);

        assertThat(store.write(batch).block(PATIENCE)).isEqualTo(Written.ALREADY_DECIDED);

        assertThat(stored()).hasSize(1);
        assertThat(progress().nextOffset()).isEqualTo(1);
    }

    @Test
    void what_was_written_comes_back_byte_for_byte() {
        Batch batch = decided(list(0), bid(1, "alice", 500), bid(2, "bob", 700));
        store.write(batch).block(PATIENCE);

        List<StoredDecision> stored = stored();

        assertThat(stored).hasSize(3);
        for (int i = 0; i < stored.size(); i++) {
            Publication told = stored.get(i).publication();
            Publication decided = batch.tellings().get(i);
            assertThat(told.decision()).isEqualTo(decided.decision());
            assertThat(told.outbid()).isEqualTo(decided.outbid());
            assertThat(told.events()).hasSameSizeAs(decided.events());
            for (int e = 0; e < told.events().size(); e++) {
                assertThat(told.events().get(e).bytes()).isEqualTo(decided.events().get(e).bytes());
            }
        }
        assertThat(store.lots(List.of(lot)).block(PATIENCE)).containsExactly(batch.lots().get(lot));
    }

    @Test
    void signs_of_life_and_the_outages_between_them_come_back_with_the_progress() {
        store.write(decided(beat(0, 0), beat(1, 16), list(2), beat(3, 20))).block(PATIENCE);
        store.write(decided(beat(4, 36))).block(PATIENCE);

        Signs signs = progress().signs();

        Instant start = ListingBuilder.LISTED_AT;
        assertThat(signs.last()).isEqualTo(start.plusSeconds(36));
        assertThat(signs.outages())
                .containsExactly(
                        new Outage(start, start.plusSeconds(16)),
                        new Outage(start.plusSeconds(20), start.plusSeconds(36)));
    }

    @Test
    void a_partition_without_heartbeats_has_no_sign() {
        store.write(decided(list(0), bid(1, "alice", 500))).block(PATIENCE);

        assertThat(progress().signs()).isEqualTo(Signs.NONE);
    }

    @Test
    void of_outages_the_newest_are_kept() {
        int one = Signs.MOST / 2 + 1;
        for (int half = 0; half < 2; half++) {
            int first = half * one;
            LogRecord[] beats =
                    IntStream.range(first, first + one)
                            .mapToObj(i -> beat(i, 20L * i))
                            .toArray(LogRecord[]::new);
            store.write(decided(beats)).block(PATIENCE);
        }
        Instant start = ListingBuilder.LISTED_AT;

        assertThat(progress().signs().outages())
                .hasSize(Signs.MOST)
                .startsWith(new Outage(start.plusSeconds(20), start.plusSeconds(40)))
                .endsWith(
                        new Outage(
                                start.plusSeconds(20L * (2 * one - 2)),
                                start.plusSeconds(20L * (2 * one - 1))));
    }

    private LogRecord beat(long offset, long second) {
        Heartbeat beat = new Heartbeat("gateway-1");
        Instant at = ListingBuilder.LISTED_AT.plusSeconds(second);
        return new LogRecord(partition, offset, at, new byte[0], CommandJson.write(beat), beat);
    }

    private Batch decided(LogRecord... records) {
        PartitionState state = new PartitionState(progress(), PartitionState.Memory.of(10, 10));
        state.remember(
                store.lots(List.of(lot)).block(PATIENCE).stream()
                        .findFirst()
                        .orElse(LotEntry.unlisted(lot)));
        for (LogRecord record : records) {
            if (record.content() instanceof Command command) {
                state.remember(new Bidder(lot, command.by()), null);
            }
        }
        return BatchDecider.decide(List.of(records), Map.of(partition, state), Map.of(), POLICY);
    }

    private LogRecord list(long offset) {
        return record(offset, new ListLot(id(), lot, SELLER, aLot().build()));
    }

    private LogRecord bid(long offset, String bidder, long amount) {
        return record(
                offset,
                new PlaceBid(id(), lot, new AccountId(bidder), new Money(amount), false, false));
    }

    private LogRecord record(long offset, Command command) {
        byte[] key = lot.toString().getBytes(StandardCharsets.UTF_8);
        byte[] value = CommandJson.write(command, Instant.EPOCH);
        return new LogRecord(
                partition,
                offset,
                ListingBuilder.LISTED_AT.plusSeconds(offset),
                key,
                value,
                command);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }

    private static List<StoredDecision> stored() {
        return store.decidedBetween(partition, 0, 100).block(PATIENCE);
    }

    private static PartitionProgress progress() {
        return store.progressOf(List.of(partition)).block(PATIENCE).get(partition);
    }
}
