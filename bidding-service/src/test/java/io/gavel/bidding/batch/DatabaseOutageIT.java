package io.gavel.bidding.batch;

import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.Wire;
import io.gavel.bidding.store.Lines;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.testkit.DatabaseServer;
import io.gavel.testkit.HashChain;
import io.gavel.testkit.Servers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.kafka.config.KafkaListenerEndpointRegistry;
import org.springframework.kafka.listener.MessageListenerContainer;

@Timeout(120)
class DatabaseOutageIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int BIDS = 20;

    @Test
    void bids_sent_while_the_database_is_away_are_decided_by_their_append_time() {
        Servers.kafka().freshTopics();
        try (DatabaseServer postgres = Servers.freshPostgres();
                BiddingStack stack =
                        new BiddingStack(
                                postgres.createDatabase("bidding"),
                                Servers.kafka().bootstrapServers());
                Wire wire = stack.wire()) {
            listed(wire, in(3_600));
            Instant end = in(10);
            LotId lot = listed(wire, end);

            postgres.stop();
            List<PlaceBid> inTime =
                    IntStream.rangeClosed(1, BIDS).mapToObj(i -> bid(lot, 1_000L * i)).toList();
            wire.send(inTime.toArray(PlaceBid[]::new));
            MessageListenerContainer container =
                    stack.bean(KafkaListenerEndpointRegistry.class)
                            .getListenerContainer(CommandListener.ID);
            await("consumption to pause")
                    .atMost(PATIENCE)
                    .until(() -> container.isContainerPaused() && isOpen(stack));
            await("the end of the lot").atMost(PATIENCE).until(() -> Instant.now().isAfter(end));
            assertThat(container.getAssignedPartitions()).isNotEmpty();
            PlaceBid late = bid(lot, 1_000_000);
            wire.send(late);
            assertThat(wire.decisions(inTime.getFirst().id())).isEmpty();

            postgres.restart();
            assertThat(wire.decision(late.id()).reason()).isEqualTo(Reason.CLOSED);
            for (PlaceBid bid : inTime) {
                Decision decision = wire.decision(bid.id());
                assertThat(decision.reason()).isNull();
                assertThat(decision.at()).isBefore(end);
                assertThat(wire.decisions(bid.id())).hasSize(1);
            }
            assertThat(decisions(stack, lot)).hasSize(1 + BIDS + 1);
            HashChain.assertUnbroken(wire.events(lot));
            assertThat(isOpen(stack)).isFalse();
        }
    }

    private static boolean isOpen(BiddingStack stack) {
        return stack.bean(MeterRegistry.class)
                        .get("resilience4j.circuitbreaker.state")
                        .tags("name", "database", "state", "open")
                        .gauge()
                        .value()
                == 1;
    }

    private static List<byte[]> decisions(BiddingStack stack, LotId lot) {
        return stack.database()
                .sql("select decisions from page where lot = :lot order by first_offset")
                .bind("lot", lot.value())
                .map(row -> Lines.of(LotRow.bytes(row, "decisions")))
                .all()
                .flatMapIterable(lines -> lines)
                .collectList()
                .block(PATIENCE);
    }

    private static Instant in(int seconds) {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(seconds);
    }

    private static LotId listed(Wire wire, Instant end) {
        LotId lot = new LotId(UUID.randomUUID());
        Decision decision =
                wire.ask(
                        new ListLot(
                                id(), lot, new AccountId("seller"), aLot().closingAt(end).build()));
        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        return lot;
    }

    private static PlaceBid bid(LotId lot, long amount) {
        return new PlaceBid(
                id(), lot, new AccountId("bidder" + amount % 7), new Money(amount), true, false);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }
}
