package io.gavel.settlement.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.topic.Topics;
import io.gavel.localstack.Database;
import io.gavel.settlement.fixture.LotOnStage;
import io.gavel.settlement.fixture.RunningSettlement;
import io.gavel.settlement.fixture.SettlementTables;
import io.gavel.settlement.fixture.Wire;
import io.gavel.testkit.Servers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ClosingIT {

    private static final String KAFKA = Servers.kafka().bootstrapServers();
    private static final Database DATABASE = Servers.postgres().freshDatabase("settlement");
    private static final SettlementTables TABLES = new SettlementTables(DATABASE);
    private static final Duration SOON = Duration.ofSeconds(3);
    private static RunningSettlement settlement;
    private static Wire wire;

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
    void aLotIsCalledDueAtItsEndAndNotBefore() {
        LotOnStage lot = LotOnStage.closingAt(in(SOON));
        say(lot, lot.listed());
        TABLES.awaitClosing(lot.id(), "version = 1");

        Instant first = wire.awaitCloseDue(1, lot.id()).getFirst();

        assertThat(first).isAfterOrEqualTo(lot.closesAt());
    }

    @Test
    void aLotIsCalledDueAgainUnderANewIdUntilItIsSeenClosed() {
        LotOnStage lot = LotOnStage.closingAt(Instant.now());
        say(lot, lot.listed());

        List<CloseDue> commands =
                wire.await(3, Topics.Names.LOT_COMMANDS, lot.id()).stream()
                        .map(it -> (CloseDue) CommandJson.read(it.value()))
                        .toList();
        assertThat(commands).extracting(CloseDue::id).doesNotHaveDuplicates();
        assertThat(commands).extracting(CloseDue::by).containsOnly(new AccountId("settlement"));

        say(lot, lot.closed(CloseOutcome.UNSOLD));
        TABLES.awaitClosing(lot.id(), "status = 'closed' and next_attempt_at is null");
    }

    @Test
    void anExtensionMovesTheAlarm() {
        LotOnStage lot = LotOnStage.closingAt(in(SOON));
        say(lot, lot.listed());
        say(lot, lot.bid(1, 1_050));
        say(lot, lot.extended(lot.closesAt().plusSeconds(1)));
        TABLES.awaitClosing(lot.id(), "version = 3");

        Instant first = wire.awaitCloseDue(1, lot.id()).getFirst();

        assertThat(first).isAfterOrEqualTo(lot.closesAt());
    }

    @Test
    void aScheduledLotIsCalledDueAtItsOpeningAndThenAtItsEnd() {
        LotOnStage lot = LotOnStage.closingAt(in(Duration.ofHours(1)));
        Instant opensAt = in(SOON);
        say(lot, lot.listed(opensAt));
        TABLES.awaitClosing(lot.id(), "version = 1");

        assertThat(wire.awaitCloseDue(1, lot.id()).getFirst())
                .isBetween(opensAt.minusMillis(1), lot.closesAt());

        say(lot, lot.opened());
        TABLES.awaitClosing(lot.id(), "status = 'open' and next_attempt_at = closes_at");
    }

    @Test
    void aPausedLotIsCalledDueAtTheEndItHasWhenItGoesOn() {
        LotOnStage lot = LotOnStage.closingAt(in(SOON));
        say(lot, lot.listed());
        say(lot, lot.paused());
        TABLES.awaitClosing(lot.id(), "status = 'paused' and next_attempt_at is null");
        say(lot, lot.resumedAfter(SOON));

        assertThat(wire.awaitCloseDue(1, lot.id()).getFirst()).isAfterOrEqualTo(lot.closesAt());
    }

    @Test
    void aRestartKeepsTheAlarms() {
        LotOnStage lot = LotOnStage.closingAt(in(SOON));
        say(lot, lot.listed());
        TABLES.awaitClosing(lot.id(), "version = 1");

        settlement.close();
        settlement = RunningSettlement.start(DATABASE, KAFKA);

        assertThat(wire.awaitCloseDue(1, lot.id()).getFirst()).isAfterOrEqualTo(lot.closesAt());
    }

    private static void say(LotOnStage lot, byte[] event) {
        wire.send(Topics.LOT_EVENTS, lot.id(), event);
    }

    private static Instant in(Duration time) {
        return Instant.now().plus(time);
    }
}
