package io.gavel.bidding.batch;

import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Wire;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.Hammer;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.RetractBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.event.EventView;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.ReserveStatus;
import io.gavel.testkit.HashChain;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Lots that must know every bid know them after a restart too. */
class BookIT {

    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    private static BiddingStack stack;
    private static Wire wire;

    @BeforeAll
    static void start() {
        stack = new BiddingStack();
        wire = stack.wire();
    }

    @AfterAll
    static void stop() {
        wire.close();
        stack.close();
    }

    @Test
    void sealed_bids_from_before_and_after_a_restart_are_opened_together() {
        LotId lot =
                listed(
                        aLot().as(new Format.SealedSecondPrice())
                                .withReserve(400)
                                .closingAt(NOW.plusSeconds(86_400)));
        wire.ask(bid(lot, "alice", 900));
        wire.ask(bid(lot, "bob", 300));
        restart();
        wire.ask(bid(lot, "bob", 700));
        wire.ask(bid(lot, "carol", 650));

        wire.ask(new Hammer(id(), lot, new AccountId("operator"), null, false));

        EventView closed = awaitLast(lot, "closed");
        assertThat(closed.winner().number()).isEqualTo(1);
        assertThat(closed.hammer()).isEqualTo(new Money(700));
        assertThat(closed.reserve()).isEqualTo(ReserveStatus.MET);
        assertThat(closed.bids()).isEqualTo(3);
        HashChain.assertUnbroken(wire.events(lot));
    }

    @Test
    void bids_from_before_a_restart_can_be_taken_back() {
        LotId lot = listed(aLot().withRetraction().closingAt(NOW.plusSeconds(86_400)));
        wire.ask(bid(lot, "alice", 500));
        wire.ask(bid(lot, "bob", 900));
        wire.ask(bid(lot, "bob", 1_000));
        restart();

        Decision retracted = wire.ask(new RetractBid(id(), lot, new AccountId("bob"), "typo"));
        Decision again = wire.ask(new RetractBid(id(), lot, new AccountId("bob"), "typo"));

        assertThat(retracted.outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        assertThat(retracted.price()).isEqualTo(new Money(100));
        assertThat(again.reason()).isEqualTo(Reason.NOT_ALLOWED);
        assertThat(awaitLast(lot, "bid-retracted").leader().number()).isEqualTo(1);
    }

    @Test
    void absentee_bids_from_before_a_restart_are_placed_at_the_opening() {
        Instant opensAt = NOW.plusSeconds(8);
        LotId lot =
                listed(
                        aLot().withAbsenteeBids()
                                .openingAt(opensAt)
                                .closingAt(NOW.plusSeconds(86_400)));
        assertThat(wire.ask(bid(lot, "alice", 500)).outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        restart();
        wire.ask(bid(lot, "bob", 300));

        Decision later =
                wire.awaitThe(
                        "the opening",
                        () ->
                                Optional.of(wire.ask(bid(lot, "carol", 340)))
                                        .filter(answer -> !answer.at().isBefore(opensAt)));

        assertThat(later.reason()).isEqualTo(Reason.TOO_LOW);
        assertThat(later.price()).isEqualTo(new Money(325));
        HashChain.assertUnbroken(wire.events(lot));
    }

    private static void restart() {
        stack.stop();
        stack.startAgain();
    }

    private static EventView awaitLast(LotId lot, String type) {
        return wire.awaitThe(
                type,
                () -> {
                    List<byte[]> events = wire.events(lot);
                    return events.stream()
                            .skip(Math.max(0, events.size() - 1L))
                            .map(bytes -> Json.read(bytes, EventView.class))
                            .filter(event -> event.type().equals(type))
                            .findFirst();
                });
    }

    private static LotId listed(ListingBuilder listing) {
        LotId lot = new LotId(UUID.randomUUID());
        Decision decision =
                wire.ask(new ListLot(id(), lot, new AccountId("seller"), listing.build()));
        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        return lot;
    }

    private static PlaceBid bid(LotId lot, String bidder, long amount) {
        return new PlaceBid(id(), lot, new AccountId(bidder), new Money(amount), false, false);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }
}
