package io.gavel.settlement.sale;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.sale.Sale;
import io.gavel.contracts.sale.SaleState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SaleDeciderTest {

    private static final LotId LOT = LotId.parse("0197b1c2-3d4e-7f50-8a61-72839405a6b7");
    private static final Instant AT = Instant.parse("2026-11-22T14:03:07.412Z");
    private static final Money HAMMER = new Money(1_550);
    private static final Paddle WINNER = new Paddle(2);
    private static final AccountId ALICE = new AccountId("alice");
    private static final AccountId BOB = new AccountId("bob");
    private static final ClosedLot.Listed LISTED = new ClosedLot.Listed(BOB, "Lamp", "EUR");

    @Test
    void aSoldLotAwaitsPaymentByTheHolderOfTheWinningPaddle() {
        Verdict.Settled settled = settled(closed(CloseOutcome.SOLD, LISTED, ALICE));

        assertThat(settled.sale().message())
                .isEqualTo(
                        new Sale(
                                LOT,
                                19,
                                "Lamp",
                                CloseOutcome.SOLD,
                                SaleState.AWAITING_PAYMENT,
                                HAMMER,
                                WINNER,
                                "EUR",
                                AT,
                                ALICE,
                                BOB));
        Demand demand = requireNonNull(settled.sale().demand());
        assertThat(demand.due()).isEqualTo(SaleOnStage.NOW.plus(SaleOnStage.TERMS.payWithin()));
        assertThat(demand.bill().total().minor()).isEqualTo(1_550 + 388);
        assertThat(settled.effects())
                .containsExactly(
                        new Effect.Invoice(demand),
                        new Effect.Collect(settled.sale().charges().getFirst()));
    }

    @Test
    void aSoldLotWaitsForTheWinnersDecision() {
        assertThat(decide(closed(CloseOutcome.SOLD, LISTED, null)))
                .isEqualTo(new Verdict.Waiting(LOT, "the winner's decision"));
    }

    @ParameterizedTest
    @EnumSource(CloseOutcome.class)
    void aLotWhoseListingWasNotSeenWaitsForIt(CloseOutcome outcome) {
        assertThat(decide(closed(outcome, null, ALICE)))
                .isEqualTo(new Verdict.Waiting(LOT, "its listing"));
    }

    @ParameterizedTest
    @CsvSource({"UNSOLD, UNSOLD", "CANCELLED, CANCELLED"})
    void aLotThatIsNotSoldHasNoBuyerAndNoPrice(CloseOutcome outcome, SaleState state) {
        Verdict.Settled settled = settled(closed(outcome, LISTED, ALICE));

        assertThat(settled.sale().message())
                .isEqualTo(
                        new Sale(
                                LOT, 19, "Lamp", outcome, state, null, null, "EUR", AT, null, BOB));
        assertThat(settled.effects()).isEmpty();
    }

    private static Verdict.Settled settled(ClosedLot closed) {
        return (Verdict.Settled) decide(closed);
    }

    private static Verdict decide(ClosedLot closed) {
        return SaleDecider.decide(closed, SaleOnStage.around(SaleOnStage.NOW));
    }

    private static ClosedLot closed(
            CloseOutcome outcome, ClosedLot.@Nullable Listed listed, @Nullable AccountId buyer) {
        return new ClosedLot(LOT, 19, AT, outcome, HAMMER, WINNER, listed, buyer);
    }
}
