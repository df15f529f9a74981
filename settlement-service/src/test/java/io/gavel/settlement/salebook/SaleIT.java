package io.gavel.settlement.salebook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.event.Happening;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.sale.Sale;
import io.gavel.contracts.sale.SaleState;
import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.Database;
import io.gavel.settlement.fixture.LotOnStage;
import io.gavel.settlement.fixture.RunningSettlement;
import io.gavel.settlement.fixture.SettlementTables;
import io.gavel.settlement.fixture.Wire;
import io.gavel.testkit.Servers;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class SaleIT {

    private static final String KAFKA = Servers.kafka().bootstrapServers();
    private static final Database DATABASE = Servers.postgres().freshDatabase("settlement");
    private static final SettlementTables TABLES = new SettlementTables(DATABASE);
    private static final String SALES_OF = "select count(*) from sale where lot = ?";
    private static final String PUBLISHED =
            "select count(*) from sale where lot = ? and published_at is not null";
    private static RunningSettlement settlement;
    private static Wire wire;

    private final LotOnStage lot = LotOnStage.longOpen();

    @BeforeAll
    static void start() {
        settlement = RunningSettlement.start(DATABASE, KAFKA);
        wire = new Wire(KAFKA);
    }

    @AfterAll
    static void stop() {
        wire.close();
        settlement.close();
    }

    @Test
    void aSoldLotAwaitsTheWinnersPayment() {
        event(lot.listed());
        event(lot.bid(1, 1_000));
        decision(lot.decision("alice", 1, 1_500));
        event(lot.bid(2, 1_550));
        decision(lot.decision("carol", 2, 9_999));
        event(lot.sold());

        Sale expected =
                new Sale(
                        lot.id(),
                        lot.version(),
                        "Lamp",
                        CloseOutcome.SOLD,
                        SaleState.AWAITING_PAYMENT,
                        new Money(1_550),
                        new Paddle(2),
                        "EUR",
                        lot.closesAt(),
                        new AccountId("carol"),
                        LotOnStage.BOB);
        assertThat(publishedSale()).isEqualTo(new String(Json.bytes(expected), UTF_8));
        TABLES.awaitCount(1, PUBLISHED, lot.id());
    }

    @Test
    void aLotThatClosesBeforeItsWinnerIsKnownIsSettledWhenHeIs() {
        event(lot.listed());
        event(lot.bid(1, 1_000));
        event(lot.sold());
        TABLES.awaitClosing(lot.id(), "outcome = 'sold'");
        assertThat(TABLES.count(SALES_OF, lot.id())).isZero();

        decision(lot.decision("alice", 1, 1_500));

        assertThat(publishedSale()).contains("\"buyer\":\"alice\"");
    }

    @Test
    void aPassedLotIsUnsoldAndAWithdrawnOneCancelled() {
        event(lot.listed());
        event(lot.closed(CloseOutcome.UNSOLD));
        LotOnStage other = LotOnStage.longOpen();
        wire.send(Topics.LOT_EVENTS, other.id(), other.listed());
        wire.send(Topics.LOT_EVENTS, other.id(), other.closed(CloseOutcome.CANCELLED));

        assertThat(publishedSale())
                .contains("\"state\":\"unsold\"")
                .doesNotContain("buyer", "hammer", "winner");
        assertThat(text(wire.await(1, Topics.Names.SALES, other.id()).getFirst().value()))
                .contains("\"state\":\"cancelled\"")
                .doesNotContain("buyer", "hammer", "winner");
    }

    @Test
    void whatIsDeliveredTwiceIsSoldOnce() {
        byte[] listed = lot.listed();
        byte[] bid = lot.bid(1, 1_000);
        byte[] decision = lot.decision("alice", 1, 1_500);
        byte[] sold = lot.sold();
        event(listed);
        event(bid);
        decision(decision);
        event(sold);
        String first = publishedSale();
        TABLES.awaitCount(1, PUBLISHED, lot.id());

        event(listed);
        event(bid);
        event(sold);
        decision(decision);
        decision(lot.decision("alice", 1, 2_000));
        TABLES.awaitCount(2_000, "select max from bidder where lot = ? and paddle = 1", lot.id());
        TABLES.execute("update sale set published_at = null where lot = '" + lot.id() + "'");
        var all = wire.await(2, Topics.Names.SALES, lot.id());

        assertThat(TABLES.count(SALES_OF, lot.id())).isEqualTo(1);
        assertThat(all).extracting(it -> text(it.value())).containsOnly(first);
    }

    @Test
    void aSaleWhosePublicationWasNotMarkedIsPublishedAgainWithTheSameBytes() {
        event(lot.listed());
        event(lot.closed(CloseOutcome.UNSOLD));
        String first = publishedSale();
        TABLES.awaitCount(1, PUBLISHED, lot.id());

        settlement.close();
        TABLES.execute("update sale set published_at = null where lot = '" + lot.id() + "'");
        settlement = RunningSettlement.start(DATABASE, KAFKA);

        assertThat(text(wire.await(2, Topics.Names.SALES, lot.id()).getLast().value()))
                .isEqualTo(first);
        TABLES.awaitCount(1, PUBLISHED, lot.id());
    }

    @Test
    void theNewestMaximumOfABidderIsKeptWhateverComesAgain() {
        byte[] raised = lot.decision("alice", 1, 3_000);
        byte[] lowered = lot.decision("alice", 1, 2_000);
        decision(raised);
        decision(lowered);
        decision(raised);
        decision(lot.decision("carol", 2, 2_500));

        TABLES.awaitCount(2_500, "select max from bidder where lot = ? and paddle = 2", lot.id());
        assertThat(TABLES.count("select max from bidder where lot = ? and paddle = 1", lot.id()))
                .isEqualTo(2_000);

        decision(lot.retractedBy("carol", 2));
        TABLES.awaitCount(
                1,
                "select count(*) from bidder where lot = ? and paddle = 2 and max is null",
                lot.id());
    }

    @Test
    void aSealedLotIsSoldToTheBestBidderAtThePriceOfItsRules() {
        event(lot.listed(new Format.SealedSecondPrice(), null));
        event(lot.sealedBid());
        decision(lot.decision("alice", 1, 9_999));
        event(lot.sealedBid());
        decision(lot.decision("carol", 2, 2_500));
        event(lot.revealed(1, 9_999));
        event(lot.revealed(2, 2_500));
        event(lot.soldTo(1, 2_500));

        assertThat(publishedSale())
                .contains("\"hammer\":2500", "\"winner\":1", "\"buyer\":\"alice\"")
                .doesNotContain(":9999,", "carol");
    }

    @Test
    void aDutchLotIsSoldToWhoAcceptsItsPrice() {
        event(
                lot.listed(
                        new Format.Dutch(new Money(100), Duration.ofSeconds(10), new Money(200)),
                        null));
        event(lot.bid(1, 600));
        decision(lot.decision("alice", 1, 600));
        event(lot.soldEarly(Happening.Closed.ACCEPTED));

        assertThat(publishedSale())
                .contains(
                        "\"hammer\":600", "\"state\":\"awaiting-payment\"", "\"buyer\":\"alice\"");
        TABLES.awaitClosing(lot.id(), "status = 'closed' and next_attempt_at is null");
    }

    @Test
    void aLotThatIsBoughtOrKnockedDownBeforeItsEndIsSoldAtOnce() {
        event(lot.listed());
        event(lot.bid(1, 40_000));
        decision(lot.decision("alice", 1, 40_000));
        event(lot.soldEarly(Happening.Closed.BUY_NOW));
        LotOnStage other = LotOnStage.longOpen();
        wire.send(Topics.LOT_EVENTS, other.id(), other.listed());
        wire.send(Topics.LOT_EVENTS, other.id(), other.bid(1, 1_000));
        wire.send(Topics.DECISIONS, other.id(), other.decision("carol", 1, 1_500));
        wire.send(Topics.LOT_EVENTS, other.id(), other.soldEarly("fair warning"));

        assertThat(publishedSale()).contains("\"hammer\":40000", "\"buyer\":\"alice\"");
        assertThat(text(wire.await(1, Topics.Names.SALES, other.id()).getFirst().value()))
                .contains("\"hammer\":1000", "\"buyer\":\"carol\"")
                .doesNotContain("fair warning");
        TABLES.awaitClosing(other.id(), "status = 'closed' and next_attempt_at is null");
    }

    @Test
    void aLotThatIsCancelledWithBidsOnItHasNoBuyer() {
        event(lot.listed());
        event(lot.bid(1, 1_000));
        decision(lot.decision("alice", 1, 1_500));
        event(lot.paused());
        event(lot.closed(CloseOutcome.CANCELLED, "withdrawn by its owner"));

        assertThat(publishedSale())
                .contains("\"outcome\":\"cancelled\"", "\"state\":\"cancelled\"")
                .doesNotContain("alice", "buyer", "hammer", "winner", "withdrawn");
    }

    @Test
    void aRetractionLeavesTheLotToTheOther() {
        event(lot.listed());
        event(lot.bid(1, 1_000));
        decision(lot.decision("alice", 1, 1_500));
        event(lot.bid(2, 1_550));
        decision(lot.decision("carol", 2, 3_000));
        event(lot.retracted(2));
        decision(lot.retractedBy("carol", 2));
        event(lot.soldTo(1, 1_000));

        assertThat(publishedSale()).contains("\"hammer\":1000", "\"buyer\":\"alice\"");
    }

    private void event(byte[] event) {
        wire.send(Topics.LOT_EVENTS, lot.id(), event);
    }

    private void decision(byte[] decision) {
        wire.send(Topics.DECISIONS, lot.id(), decision);
    }

    private String publishedSale() {
        return text(wire.await(1, Topics.Names.SALES, lot.id()).getFirst().value());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }
}
