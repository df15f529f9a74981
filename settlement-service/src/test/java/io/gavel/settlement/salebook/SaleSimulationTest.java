package io.gavel.settlement.salebook;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.sale.SaleState;
import io.gavel.settlement.sale.Charge;
import io.gavel.settlement.sale.Demand;
import io.gavel.settlement.sale.LotSale;
import io.gavel.settlement.sale.State;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * Sales under everything that can happen: bidders who pay, decline or stay away, a collector that
 * answers late, twice, in disorder or never, operators, restarts. Whatever happens, each lot ends
 * in one final state, is paid once or not at all, and the books are even.
 */
class SaleSimulationTest {

    private static final int SEEDS = 3_000;

    @Test
    void each_sale_ends_once_is_paid_once_or_never_and_the_books_are_even() {
        Map<SaleState, Integer> ends = new EnumMap<>(SaleState.class);
        for (long seed = 1; seed <= SEEDS; seed++) {
            SimulatedSale run = new SimulatedSale(seed);
            LotSale end = run.play();
            String story = "seed " + seed + ": " + run.story();

            assertThat(end.state()).as(story).isInstanceOf(State.Final.class);
            assertThat(run.finalStates()).as(story).hasSize(1);
            long taken =
                    end.charges().stream()
                            .filter(charge -> charge.status() == Charge.Status.TAKEN)
                            .count();
            boolean sold =
                    end.state() instanceof State.Paid || end.state() instanceof State.SoldByOffer;
            assertThat(taken).as(story).isEqualTo(sold ? 1 : 0);
            assertThat(known(end)).as(story).isEqualTo(run.collected());
            assertThat(run.balances()).as(story).isEqualTo(expected(end));
            assertThat(run.strikes()).as(story).isEqualTo(run.defaults());
            ends.merge(end.state().word(), 1, Integer::sum);
        }
        assertThat(ends)
                .as("seen ends")
                .containsOnlyKeys(
                        SaleState.PAID,
                        SaleState.SOLD_BY_OFFER,
                        SaleState.UNSOLD,
                        SaleState.CANCELLED);
    }

    /** All that was really collected is known: as payment, or as owed back. */
    private static List<String> known(LotSale end) {
        List<String> keys = new ArrayList<>();
        for (Charge charge : end.charges()) {
            if (charge.status() == Charge.Status.TAKEN
                    || charge.status() == Charge.Status.OWED_BACK) {
                keys.add(charge.key().toString());
            }
        }
        return keys.stream().sorted().toList();
    }

    /** Nobody owes anything; the house holds what the seller, itself and the state are due. */
    private static Map<String, Long> expected(LotSale end) {
        Map<String, Long> balances = new TreeMap<>();
        for (Charge charge : end.charges()) {
            long amount = charge.amount().minor();
            switch (charge.status()) {
                case TAKEN -> {
                    Demand demand = requireNonNull(end.demand());
                    balances.merge("cash", amount, Long::sum);
                    balances.merge("seller/bob", -demand.proceeds().net().minor(), Long::sum);
                    balances.merge(
                            "commission", -demand.proceeds().commission().minor(), Long::sum);
                    balances.merge("premium", -demand.bill().premium().minor(), Long::sum);
                }
                case OWED_BACK -> {
                    balances.merge("cash", amount, Long::sum);
                    balances.merge("owed-back/" + charge.debtor().value(), -amount, Long::sum);
                }
                case ASKED, DECLINED -> {}
            }
        }
        balances.values().removeIf(balance -> balance == 0);
        return balances;
    }
}
