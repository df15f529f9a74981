package io.gavel.bidding.batch;

import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.Wire;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.testkit.Broker;
import io.gavel.testkit.HashChain;
import io.gavel.testkit.Servers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BrokerRestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int BIDS = 4_000;

    @Test
    void everything_that_was_sent_before_a_broker_is_killed_and_after_is_decided_exactly_once() {
        Broker broker = Servers.freshBroker();
        try (broker;
                BiddingStack stack =
                        new BiddingStack(
                                Servers.postgres().freshDatabase("bidding"),
                                broker.bootstrapServers());
                Wire wire = stack.wire()) {
            LotId lot = new LotId(UUID.randomUUID());
            Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3_600);
            wire.ask(
                    new ListLot(id(), lot, new AccountId("seller"), aLot().closingAt(end).build()));
            List<PlaceBid> bids = new ArrayList<>();
            for (int i = 1; i <= BIDS; i++) {
                bids.add(bid(lot, 100_000L * i));
            }
            wire.send(bids.subList(0, BIDS / 2).toArray(PlaceBid[]::new));

            broker.kill();
            broker.restart();
            wire.send(bids.subList(BIDS / 2, BIDS).toArray(PlaceBid[]::new));

            await("every bid's decision")
                    .atMost(PATIENCE)
                    .until(() -> decided(wire, lot).size() == BIDS + 1);
            assertThat(decided(wire, lot)).doesNotHaveDuplicates();
            assertThat(rows(stack, lot)).isEqualTo(BIDS + 1);
            HashChain.assertUnbroken(eachOnce(wire.events(lot)));
        }
    }

    /** The ids of the lot's decisions, each distinct text once: telling again says the same. */
    private static List<String> decided(Wire wire, LotId lot) {
        Set<String> texts = new HashSet<>();
        wire.decisionsOf(lot).forEach(bytes -> texts.add(text(bytes)));
        return texts.stream()
                .map(text -> text.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1"))
                .toList();
    }

    private static List<byte[]> eachOnce(List<byte[]> told) {
        Set<String> texts = new LinkedHashSet<>();
        told.forEach(bytes -> texts.add(text(bytes)));
        return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static long rows(BiddingStack stack, LotId lot) {
        return stack.database()
                .sql("select count(*) from command where lot = :lot")
                .bind("lot", lot.value())
                .mapValue(Long.class)
                .one()
                .block(Duration.ofSeconds(20));
    }

    private static PlaceBid bid(LotId lot, long amount) {
        return new PlaceBid(
                id(), lot, new AccountId("bidder" + amount % 7), new Money(amount), true, false);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }
}
