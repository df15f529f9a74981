package io.gavel.settlement.closing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.settlement.fixture.LotOnStage;
import io.gavel.settlement.fixture.MigratedDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class ClosingsIT {

    private static final Instant END = Instant.parse("2026-11-22T14:00:00Z");
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration MOST = Duration.ofSeconds(5);
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final MigratedDatabase DATABASE = MigratedDatabase.create();

    private final Closings closings = new Closings(DATABASE.client());

    @BeforeEach
    void noLots() {
        DATABASE.tables().execute("truncate closing");
    }

    @Test
    void aLotIsDueAtItsEndAndNotBefore() {
        LotOnStage lot = LotOnStage.closingAt(END);
        record(lot.listed());

        assertThat(dueAt(END.minusMillis(1))).isEmpty();
        assertThat(dueAt(END)).containsExactly(lot.id());
    }

    @Test
    void eachAttemptWaitsTwiceAsLongAsTheOneBeforeUpToALimit() {
        record(LotOnStage.closingAt(END).listed());

        Instant now = END;
        for (long wait : new long[] {250, 500, 1_000, 2_000, 4_000, 5_000, 5_000}) {
            assertThat(dueAt(now)).hasSize(1);
            assertThat(dueAt(now.plusMillis(wait - 1))).isEmpty();
            now = now.plusMillis(wait);
        }
    }

    @Test
    void aLotIsOverdueFromItsTimeOnUntilItIsSeenClosed() {
        LotOnStage lot = LotOnStage.closingAt(END);
        record(lot.listed(), lot.opened());
        record(LotOnStage.closingAt(END.plusSeconds(60)).listed());

        assertThat(overdue(END.minusMillis(1))).isEqualTo(new Closings.Overdue(0, null));
        assertThat(overdue(END)).isEqualTo(new Closings.Overdue(1, END));
        assertThat(dueAt(END)).hasSize(1);
        assertThat(overdue(END.plusMillis(1))).isEqualTo(new Closings.Overdue(1, END));
        assertMeasured(END.plusSeconds(3), 1, 3);

        record(lot.closed(CloseOutcome.UNSOLD));
        assertThat(overdue(END.plusMillis(2))).isEqualTo(new Closings.Overdue(0, null));
        assertMeasured(END.plusSeconds(3), 0, 0);
    }

    private void assertMeasured(Instant now, int lots, int seconds) {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        new OverdueCount(closings, InstantSource.fixed(now), MOST, DEADLINE, meters)
                .once()
                .block(DEADLINE);
        assertThat(meters.get("gavel.settlement.closings.due").gauge().value()).isEqualTo(lots);
        assertThat(
                        meters.get("gavel.settlement.closings.overdue")
                                .timeGauge()
                                .value(TimeUnit.SECONDS))
                .isEqualTo(seconds);
    }

    private Closings.Overdue overdue(Instant now) {
        return requireNonNull(closings.overdue(now, MOST).block(DEADLINE));
    }

    @Test
    void anExtensionSetsTheAlarmAnew() {
        LotOnStage lot = LotOnStage.closingAt(END);
        record(lot.listed(), lot.opened());
        assertThat(dueAt(END)).hasSize(1);

        Instant later = END.plusSeconds(120);
        record(lot.extended(later));

        assertThat(dueAt(later.minusMillis(1))).isEmpty();
        assertThat(dueAt(later)).hasSize(1);
        assertThat(dueAt(later.plus(FIRST))).hasSize(1);
    }

    @Test
    void aBidThatMovesNothingLeavesTheAlarmAsItIs() {
        LotOnStage lot = LotOnStage.closingAt(END);
        record(lot.listed());
        assertThat(dueAt(END)).hasSize(1);

        record(lot.bid(1, 1_050));

        assertThat(dueAt(END.plus(FIRST).minusMillis(1))).isEmpty();
        assertThat(dueAt(END.plus(FIRST))).hasSize(1);
    }

    @Test
    void whatComesAgainOrLateMovesNothingBack() {
        LotOnStage lot = LotOnStage.closingAt(END);
        byte[] listed = lot.listed();
        byte[] extended = lot.extended(END.plusSeconds(60));
        byte[] extendedAgain = lot.extended(END.plusSeconds(120));
        record(listed, extendedAgain);

        record(extended);
        record(listed, extended, extendedAgain);

        assertThat(dueAt(END.plusSeconds(120).minusMillis(1))).isEmpty();
        assertThat(dueAt(END.plusSeconds(120))).hasSize(1);
    }

    @Test
    void aScheduledLotIsDueAtItsOpeningThenAtItsEnd() {
        Instant opensAt = END.minusSeconds(600);
        LotOnStage lot = LotOnStage.closingAt(END);
        record(lot.listed(opensAt));
        assertThat(dueAt(opensAt.minusMillis(1))).isEmpty();
        assertThat(dueAt(opensAt)).hasSize(1);

        record(lot.opened());

        assertThat(dueAt(END.minusMillis(1))).isEmpty();
        assertThat(dueAt(END)).hasSize(1);
    }

    @Test
    void aPausedLotIsNotDueUntilItIsResumedAndThenAtItsMovedEnd() {
        LotOnStage lot = LotOnStage.closingAt(END);
        record(lot.listed());
        record(lot.paused());
        assertThat(dueAt(END.plusSeconds(3_600))).isEmpty();

        record(lot.extendedBy(10));
        assertThat(dueAt(END.plusSeconds(3_600))).isEmpty();

        record(lot.resumedAfter(Duration.ofMinutes(30)));

        Instant moved = END.plus(Duration.ofMinutes(40));
        assertThat(dueAt(moved.minusMillis(1))).isEmpty();
        assertThat(dueAt(moved)).containsExactly(lot.id());
    }

    @Test
    void aLotThatWasCalledDueAndThenPausedIsLeftAlone() {
        LotOnStage lot = LotOnStage.closingAt(END);
        byte[] listed = lot.listed();
        record(listed);
        assertThat(dueAt(END)).hasSize(1);

        record(lot.paused());
        record(listed);

        assertThat(dueAt(END.plusSeconds(3_600))).isEmpty();
    }

    @Test
    void timeThatTheAuctioneerAddsSetsTheAlarmAnew() {
        LotOnStage lot = LotOnStage.closingAt(END);
        record(lot.listed());

        record(lot.extendedBy(10));

        assertThat(dueAt(END.plusSeconds(600).minusMillis(1))).isEmpty();
        assertThat(dueAt(END.plusSeconds(600))).hasSize(1);
    }

    @Test
    void aLotThatIsCancelledBeforeItOpensIsNeverDue() {
        LotOnStage lot = LotOnStage.closingAt(END);
        record(lot.listed(END.minusSeconds(600)));

        record(lot.closed(CloseOutcome.CANCELLED, "lost"));

        assertThat(dueAt(END.plusSeconds(600))).isEmpty();
    }

    @Test
    void aClosedLotIsNeverDueAgainWhateverComesLate() {
        LotOnStage lot = LotOnStage.closingAt(END);
        byte[] listed = lot.listed();
        byte[] bid = lot.bid(1, 1_050);
        record(listed);
        record(lot.closed(CloseOutcome.CANCELLED));

        record(listed, bid);

        assertThat(dueAt(END.plusSeconds(600))).isEmpty();
    }

    @Test
    void aLotWhoseListingComesAfterItsOtherEventsKeepsAll() {
        LotOnStage lot = LotOnStage.closingAt(END);
        byte[] listed = lot.listed();
        record(lot.closed(CloseOutcome.UNSOLD));

        record(listed);

        String facts =
                "select status || ' ' || outcome || ' ' || seller || ' ' || title || ' ' ||"
                        + " currency from closing where lot = ?";
        assertThat(DATABASE.tables().one(facts, lot.id())).isEqualTo("closed unsold bob Lamp EUR");
    }

    @Test
    void noMoreThanABatchIsTakenTheLongestDueFirst() {
        LotOnStage late = LotOnStage.closingAt(END);
        LotOnStage early = LotOnStage.closingAt(END.minusSeconds(1));
        record(late.listed(), early.listed());

        assertThat(take(END, 1)).containsExactly(early.id());
        assertThat(take(END, 1)).containsExactly(late.id());
        assertThat(take(END, 1)).isEmpty();
    }

    @Test
    void twoReplicasNeverTakeTheSameLot() {
        for (int i = 0; i < 200; i++) {
            record(LotOnStage.closingAt(END).listed());
        }

        List<LotId> taken =
                Flux.range(0, 8)
                        .flatMap(replica -> closings.takeDue(END, 50, FIRST, MOST), 8)
                        .flatMapIterable(lots -> lots)
                        .collectList()
                        .block(DEADLINE);

        assertThat(taken).isNotEmpty().doesNotHaveDuplicates();
    }

    private void record(byte[]... events) {
        List<LotNews> news = Stream.of(events).map(LotNews::read).toList();
        closings.record(LotNews.merged(news)).block(DEADLINE);
    }

    private List<LotId> dueAt(Instant now) {
        return take(now, 500);
    }

    private List<LotId> take(Instant now, int batch) {
        return requireNonNull(closings.takeDue(now, batch, FIRST, MOST).block(DEADLINE));
    }
}
