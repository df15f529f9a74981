package io.gavel.bidding.batch;

import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.gavel.bidding.BiddingStack;
import io.gavel.bidding.Wire;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.testkit.HashChain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Gateways that are there and are not, as the command log shows it; the writer of it goes too. */
class OutageIT {

    private static final String THRESHOLD = "gavel.outage.threshold=1s";
    private static final Duration LONGER = Duration.ofMillis(1_100);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static BiddingStack stack;
    private static Wire wire;

    @BeforeAll
    static void start() {
        stack = new BiddingStack(THRESHOLD);
        wire = stack.wire();
    }

    @AfterAll
    static void stop() {
        wire.close();
        stack.close();
    }

    @Test
    void an_open_lot_is_given_the_time_by_whoever_writes_then_and_a_closed_one_stays_closed() {
        Instant end = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(5);
        LotId open = new LotId(UUID.randomUUID());
        int partition = listed(open, end);
        wire.beat(partition);
        wire.ask(bid(open, "alice", 500));
        LotId closed = new LotId(UUID.randomUUID());
        Instant soon = Instant.now().truncatedTo(ChronoUnit.MILLIS).plusSeconds(1);
        listed(closed, soon);
        awaitThat(soon);
        wire.ask(closeDue(closed));
        wire.beat(partition);

        stack.stop();
        awaitThat(end.plusMillis(100));
        stack.startAgain(THRESHOLD);
        Decision late = wire.ask(bid(open, "bob", 900));

        assertThat(late.at()).isAfter(end);
        assertThat(late.outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        assertThat(late.leading()).isTrue();
        List<JsonNode> outages = outages(open);
        assertThat(outages).isNotEmpty();
        assertThat(instant(outages.getLast(), "from")).isBefore(end);
        assertThat(instant(outages.getLast(), "until")).isEqualTo(late.at());
        assertThat(instant(outages.getLast(), "closesAt")).isEqualTo(end.plus(given(outages)));
        HashChain.assertUnbroken(wire.events(open));
        String noted = "{\"from\":\"" + text(outages.getLast(), "from");
        assertThat(lines(open)).anyMatch(line -> line.contains(noted) && line.contains("\"bob\""));
        assertThat(wire.ask(bid(closed, "bob", 900)).reason()).isEqualTo(Reason.CLOSED);
        assertThat(outages(closed)).isEmpty();
    }

    @Test
    void when_it_is_over_all_lots_that_end_soon_are_told_at_once_and_others_are_not() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        LotId near = new LotId(UUID.randomUUID());
        LotId far = new LotId(UUID.randomUUID());
        int partition = listed(near, now.plusSeconds(60));
        int other = listed(far, now.plusSeconds(3_600));
        wire.beat(partition);
        wire.beat(other);
        Instant down = Instant.now();
        awaitThat(down.plus(LONGER));

        wire.beat(partition);
        wire.beat(other);

        await("the new end").atMost(PATIENCE).until(() -> !outages(near).isEmpty());
        assertThat(outages(near)).hasSize(1);
        assertThat(instant(outages(near).getFirst(), "closesAt"))
                .isEqualTo(now.plusSeconds(60).plus(given(outages(near))))
                .isAfterOrEqualTo(now.plusSeconds(60).plus(LONGER));
        wire.ask(closeDue(far));
        assertThat(outages(far)).isEmpty();
    }

    private static Duration given(List<JsonNode> outages) {
        return outages.stream()
                .map(event -> Duration.between(instant(event, "from"), instant(event, "until")))
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static void awaitThat(Instant time) {
        await(time.toString())
                .pollInterval(Duration.ofMillis(20))
                .atMost(PATIENCE)
                .until(() -> Instant.now().isAfter(time));
    }

    private static int listed(LotId lot, Instant end) {
        AccountId seller = new AccountId("seller");
        Decision decision = wire.ask(new ListLot(id(), lot, seller, aLot().closingAt(end).build()));
        assertThat(decision.outcome()).isEqualTo(DecisionOutcome.ACCEPTED);
        return decision.partition();
    }

    private static CloseDue closeDue(LotId lot) {
        return new CloseDue(id(), lot, new AccountId("settlement"));
    }

    private static PlaceBid bid(LotId lot, String bidder, long amount) {
        return new PlaceBid(id(), lot, new AccountId(bidder), new Money(amount), false, false);
    }

    private static CommandId id() {
        return new CommandId(UUID.randomUUID());
    }

    /** The events that make an outage good. */
    private static List<JsonNode> outages(LotId lot) {
        return wire.events(lot).stream()
                .map(Json::tree)
                .filter(event -> event.path("reason").asString("").equals("outage"))
                .toList();
    }

    private static Instant instant(JsonNode event, String field) {
        return Instant.parse(text(event, field));
    }

    private static String text(JsonNode event, String field) {
        return event.required(field).stringValue();
    }

    private static List<String> lines(LotId lot) {
        return stack.database()
                .sql("select commands from page where lot = :lot order by first_offset")
                .bind("lot", lot.value())
                .map(row -> new String(LotRow.bytes(row, "commands"), StandardCharsets.UTF_8))
                .all()
                .collectList()
                .block(Duration.ofSeconds(5));
    }
}
