package io.gavel.bidding.batch;

import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.Wire;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ManyLotsIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int LOTS = 100_000;
    private static final int BIDS = 10_000;
    private static final String[] FEW = {
        "gavel.lots-remembered=3000", "gavel.bidders-remembered=3000"
    };

    /** Three times as many lots are bid on as are remembered. */
    @Test
    void after_a_restart_on_many_open_lots_bids_are_decided_with_few_of_them_in_memory() {
        try (BiddingStack stack = new BiddingStack(FEW);
                Wire wire = stack.wire()) {
            List<LotId> lots = openLots(stack, wire);
            stack.stop();
            PlaceBid[] bids =
                    lots.stream().limit(BIDS).map(ManyLotsIT::bid).toArray(PlaceBid[]::new);
            wire.send(bids);
            stack.startAgain(FEW);

            await("every bid's decision").atMost(PATIENCE).until(() -> decided(stack) == 1 + BIDS);
            for (int i = 0; i < BIDS; i += BIDS / 10) {
                assertThat(wire.decision(bids[i].id()).outcome())
                        .isEqualTo(DecisionOutcome.ACCEPTED);
            }
        }
    }

    /** One lot is listed; the others are copies of its row under other ids. */
    private static List<LotId> openLots(BiddingStack stack, Wire wire) {
        Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3_600);
        LotId first = new LotId(UUID.randomUUID());
        wire.ask(new ListLot(id(), first, new AccountId("seller"), aLot().closingAt(end).build()));
        return stack.database()
                .sql(
                        "insert into lot select gen_random_uuid(), seller, listing, listed_at,"
                                + " format, currency, status, closes_at, price, bids, ahead,"
                                + " version, head, state from lot,"
                                + " generate_series(1, :lots) returning lot")
                .bind("lots", LOTS)
                .mapValue(UUID.class)
                .all()
                .map(LotId::new)
                .collectList()
                .block(PATIENCE);
    }

    private static long decided(BiddingStack stack) {
        return stack.database()
                .sql("select count(*) from command")
                .mapValue(Long.class)
                .one()
                .block(PATIENCE);
    }

    private static PlaceBid bid(LotId lot) {
        return new PlaceBid(id(), lot, new AccountId("alice"), new Money(500), true, false);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }
}
