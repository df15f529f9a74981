package io.gavel.settlement.payment.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.sale.SaleState;
import io.gavel.settlement.sale.Charge;
import io.gavel.settlement.sale.LotSale;
import io.gavel.settlement.sale.State;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Sale and payment together, with a provider that goes wrong in every way: each sale ends once, is
 * paid once or never, all other money is given back, and the books say what the provider has.
 */
class MoneySimulationTest {

    private static final int SEEDS = 2_000;

    @Test
    void one_end_one_charge_or_none_and_all_other_money_back() {
        Map<SaleState, Integer> ends = new EnumMap<>(SaleState.class);
        Set<Charge.Status> seen = EnumSet.noneOf(Charge.Status.class);
        for (long seed = 1; seed <= SEEDS; seed++) {
            SimulatedMoney run = new SimulatedMoney(seed);
            LotSale end = run.play();
            String story = "seed " + seed + ": " + run.story();

            boolean sold =
                    end.state() instanceof State.Paid || end.state() instanceof State.SoldByOffer;
            long owed = sold ? Objects.requireNonNull(end.demand()).bill().total().minor() : 0;
            assertThat(run.held()).as(story).isEqualTo(owed);
            assertThat(run.balance("cash")).as(story).isEqualTo(owed);
            assertThat(
                            end.charges().stream()
                                    .filter(charge -> charge.status() == Charge.Status.TAKEN)
                                    .count())
                    .as(story)
                    .isEqualTo(sold ? 1 : 0);
            end.charges().forEach(charge -> seen.add(charge.status()));
            ends.merge(end.state().word(), 1, Integer::sum);
        }
        assertThat(ends)
                .as("seen ends")
                .containsOnlyKeys(
                        SaleState.PAID,
                        SaleState.SOLD_BY_OFFER,
                        SaleState.UNSOLD,
                        SaleState.CANCELLED);
        assertThat(seen)
                .contains(Charge.Status.TAKEN, Charge.Status.DECLINED, Charge.Status.GIVEN_BACK);
    }
}
