package io.gavel.bidding.batch;

import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.Wire;
import io.gavel.bidding.store.Lines;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.event.EventView;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.testkit.HashChain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BatchWriterIT {

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
    void a_lot_is_listed_bid_on_and_its_log_is_a_chain() {
        LotId lot = listed();

        Decision first = wire.ask(bid(lot, "alice", 500));
        Decision second = wire.ask(bid(lot, "bob", 300));
        Decision tooLow = wire.ask(bid(lot, "bob", 301));

        assertThat(first.outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        assertThat(first.leading()).isTrue();
        assertThat(second.leading()).isFalse();
        assertThat(second.price()).isEqualTo(new Money(325));
        assertThat(tooLow.reason()).isEqualTo(Reason.TOO_LOW);
        assertThat(types(lot)).containsExactly("listed", "opened", "bid", "bid", "auto-bid");
        HashChain.assertUnbroken(wire.events(lot));
    }

    @Test
    void a_command_sent_again_returns_the_first_decision_and_another_content_is_a_conflict() {
        LotId lot = listed();
        PlaceBid bid = bid(lot, "alice", 500);
        Decision first = wire.ask(bid);
        wire.ask(bid(lot, "bob", 900));

        wire.send(bid, bid);
        await("three answers")
                .atMost(Duration.ofSeconds(20))
                .until(() -> wire.decisions(bid.id()).size() == 3);
        assertThat(wire.decisions(bid.id())).containsOnly(first);

        wire.send(new PlaceBid(bid.id(), lot, bid.by(), new Money(501), false, false));
        Decision conflict =
                await("the conflict")
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> wire.decisions(bid.id()), answers -> answers.size() == 4)
                        .getLast();
        assertThat(conflict.reason()).isEqualTo(Reason.CONFLICT);
        assertThat(lines("events", lot)).hasSize(5);
        assertThat(lines("decisions", lot)).hasSize(4);
        assertThat(lines("commands", lot)).hasSize(4);
    }

    @Test
    void what_nobody_can_read_goes_to_the_dead_letters_and_the_partition_goes_on() {
        LotId lot = listed();
        int before = wire.deadLetters().size();

        wire.raw(lot, "{\"id\":12".getBytes(StandardCharsets.UTF_8));
        wire.raw(lot, new byte[] {0, 1, 2});
        Decision decision = wire.ask(bid(lot, "alice", 500));

        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        await("dead letters")
                .atMost(Duration.ofSeconds(20))
                .until(() -> wire.deadLetters().size() == before + 2);
    }

    @Test
    void a_command_that_can_be_answered_but_not_obeyed_is_invalid() {
        LotId lot = listed();
        CommandId id = new CommandId(UUID.randomUUID());

        wire.raw(
                lot,
                ("{\"id\":\""
                                + id
                                + "\",\"type\":\"place-bid\",\"lot\":\""
                                + lot
                                + "\",\"by\":\"alice\",\"amount\":-5}")
                        .getBytes(StandardCharsets.UTF_8));
        Decision decision = wire.decision(id);

        assertThat(decision.reason()).isEqualTo(Reason.INVALID);
        assertThat(decision.detail()).contains("amount: -5 (expected: ");
    }

    @Test
    void a_bid_on_an_unknown_lot_is_refused_and_remembered() {
        LotId lot = new LotId(UUID.randomUUID());

        Decision decision = wire.ask(bid(lot, "alice", 500));

        assertThat(decision.reason()).isEqualTo(Reason.UNKNOWN_LOT);
        assertThat(lines("decisions", lot)).hasSize(1);
        assertThat(lines("events", lot)).isEmpty();
    }

    @Test
    void bids_of_one_lot_are_decided_strictly_in_log_order() {
        LotId lot = listed();
        List<PlaceBid> bids = new ArrayList<>();
        for (int i = 1; i <= 3_000; i++) {
            bids.add(bid(lot, "bidder" + i % 7, 100_000L * i));
        }

        wire.send(bids.toArray(PlaceBid[]::new));
        wire.awaitThe(
                "the last decision",
                () -> wire.decisions(bids.getLast().id()).stream().findFirst());

        await("every bid's event")
                .atMost(Duration.ofSeconds(20))
                .until(() -> types(lot).stream().filter("bid"::equals).count() == bids.size());
        List<Long> offsets =
                wire.events(lot).stream()
                        .map(bytes -> Json.read(bytes, EventView.class).offset())
                        .toList();
        assertThat(offsets).isSorted();
        HashChain.assertUnbroken(wire.events(lot));
    }

    @Test
    void a_late_bid_closes_the_lot_and_is_refused() {
        LotId lot = new LotId(UUID.randomUUID());
        Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusMillis(1_500);
        wire.ask(new ListLot(id(), lot, new AccountId("seller"), aLot().closingAt(end).build()));
        wire.ask(bid(lot, "alice", 500));

        Decision late =
                await("a bid that is late")
                        .atMost(Duration.ofSeconds(20))
                        .until(
                                () -> wire.ask(bid(lot, "bob", 600_000)),
                                answer -> answer.reason() == Reason.CLOSED);

        assertThat(late.at()).isAfterOrEqualTo(end);
        assertThat(types(lot)).endsWith("closed").containsOnlyOnce("closed");
        assertThat(wire.ask(new CloseDue(id(), lot, new AccountId("settlement"))).outcome())
                .isEqualTo(DecisionOutcome.ACCEPTED);
        assertThat(types(lot)).containsOnlyOnce("closed");
    }

    @Test
    void state_survives_a_restart_and_nothing_is_told_differently() {
        LotId lot = listed();
        PlaceBid bid = bid(lot, "alice", 5_000);
        wire.ask(bid);
        byte[] told = wire.rawDecisions(bid.id()).getFirst();

        stack.stop();
        PlaceBid challenge = bid(lot, "bob", 2_000);
        wire.send(challenge, bid);
        stack.startAgain();

        assertThat(wire.decision(challenge.id()).price()).isEqualTo(new Money(2_050));
        List<byte[]> answers =
                await("the first decision again")
                        .atMost(Duration.ofSeconds(20))
                        .until(() -> wire.rawDecisions(bid.id()), list -> list.size() == 2);
        assertThat(answers.getLast()).isEqualTo(told);
        HashChain.assertUnbroken(wire.events(lot));
    }

    private static LotId listed() {
        LotId lot = new LotId(UUID.randomUUID());
        Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(3_600);
        Decision decision =
                wire.ask(
                        new ListLot(
                                id(), lot, new AccountId("seller"), aLot().closingAt(end).build()));
        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        return lot;
    }

    private static PlaceBid bid(LotId lot, String bidder, long amount) {
        return new PlaceBid(id(), lot, new AccountId(bidder), new Money(amount), false, false);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }

    private static List<String> types(LotId lot) {
        return wire.events(lot).stream()
                .map(bytes -> Json.read(bytes, EventView.class).type())
                .toList();
    }

    private static List<byte[]> lines(String column, LotId lot) {
        return stack.database()
                .sql("select " + column + " from page where lot = :lot order by first_offset")
                .bind("lot", lot.value())
                .map(row -> Lines.of(LotRow.bytes(row, column)))
                .all()
                .flatMapIterable(lines -> lines)
                .collectList()
                .block(Duration.ofSeconds(5));
    }
}
