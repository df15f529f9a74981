package io.gavel.settlement.salebook;

import io.gavel.contracts.lot.Money;
import io.gavel.contracts.sale.SaleState;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Counts the steps of sales, and what the hammer fell at. */
@Component
final class SaleMeters {

    private final MeterRegistry meters;

    SaleMeters(MeterRegistry meters) {
        this.meters = meters;
        for (SaleState state : SaleState.values()) {
            sales(state);
        }
    }

    /** A sale has come to a state, its first or a further one, and that is stored. */
    void moved(Turn turn) {
        sales(turn.sale().state().word()).increment();
        Money hammer = turn.sale().lot().hammer();
        if (turn.before() == null && hammer != null) {
            hammer(turn.sale().lot().currency()).increment((double) hammer.minor());
        }
    }

    private Counter sales(SaleState state) {
        return Counter.builder("gavel.settlement.sales")
                .description("Sales that came to a state")
                .tag("state", state.word())
                .register(meters);
    }

    private Counter hammer(String currency) {
        return Counter.builder("gavel.settlement.hammer")
                .description("Hammer prices of lots that were sold, whether they are paid or not")
                .baseUnit("minor_units")
                .tag("currency", currency)
                .register(meters);
    }
}
