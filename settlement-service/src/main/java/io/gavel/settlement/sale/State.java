package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.sale.SaleState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where a sale is (RULES, "Settlement"); each ends in exactly one final state. */
public sealed interface State {

    SaleState word();

    /** Something happens by itself when its time has come. */
    sealed interface Timed extends State {
        /** When; equal is late. */
        Instant deadline();
    }

    /** Nothing is owed and nothing happens any more. */
    sealed interface Final extends State {}

    record AwaitingPayment(Demand demand) implements Timed {
        @Override
        public SaleState word() {
            return SaleState.AWAITING_PAYMENT;
        }

        @Override
        public Instant deadline() {
            return demand.due();
        }
    }

    /** A pause before the lot is offered to others, in which the operator can act. */
    record Defaulted(Demand demand, Instant offersFrom) implements Timed {
        @Override
        public SaleState word() {
            return SaleState.DEFAULTED;
        }

        @Override
        public Instant deadline() {
            return offersFrom;
        }
    }

    record Offered(Offer offer) implements Timed {
        @Override
        public SaleState word() {
            return SaleState.OFFERED;
        }

        @Override
        public Instant deadline() {
            return offer.until();
        }
    }

    record Paid(Demand demand, ChargeKey by) implements Final {
        @Override
        public SaleState word() {
            return SaleState.PAID;
        }
    }

    record SoldByOffer(Demand demand, ChargeKey by) implements Final {
        @Override
        public SaleState word() {
            return SaleState.SOLD_BY_OFFER;
        }
    }

    /** Passed; {@code relistedAs} is the lot under which it came up again, if it did. */
    record Unsold(@Nullable LotId relistedAs) implements Final {
        @Override
        public SaleState word() {
            return SaleState.UNSOLD;
        }
    }

    /** Withdrawn before the hammer fell, or undone after it: then {@code undone} says by whom. */
    record Cancelled(@Nullable Undone undone) implements Final {
        @Override
        public SaleState word() {
            return SaleState.CANCELLED;
        }
    }

    record Undone(AccountId by, String reason) {}
}
