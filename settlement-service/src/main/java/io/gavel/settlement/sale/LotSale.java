package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.sale.Sale;
import io.gavel.contracts.sale.SaleOffer;
import io.gavel.settlement.money.Amount;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A lot's one sale.
 *
 * @param charges all that were ever asked for, oldest first
 * @param asked all who had their turn: the winner, then those to whom it was offered
 */
public record LotSale(Lot lot, State state, List<Charge> charges, List<AccountId> asked) {

    public LotSale {
        charges = List.copyOf(charges);
        asked = List.copyOf(asked);
    }

    Optional<Charge> charge(ChargeKey key) {
        return charges.stream().filter(charge -> charge.key().equals(key)).findFirst();
    }

    /** The newest charge of a round. */
    Optional<Charge> lastCharge(int round) {
        return charges.reversed().stream()
                .filter(charge -> charge.key().round() == round)
                .findFirst();
    }

    LotSale in(State next) {
        return new LotSale(lot, next, charges, asked);
    }

    LotSale with(Charge known) {
        return new LotSale(
                lot,
                state,
                charges.stream()
                        .map(charge -> charge.key().equals(known.key()) ? known : charge)
                        .toList(),
                asked);
    }

    LotSale andAsked(AccountId account) {
        List<AccountId> all = new ArrayList<>(asked);
        all.add(account);
        return new LotSale(lot, state, charges, all);
    }

    /** The money is asked for under the next key of the demand's round; this is the last charge. */
    LotSale charging(Demand demand) {
        return and(demand.round(), demand.debtor(), demand.bill().total());
    }

    /** The money is asked for once more, under the next key of its round. */
    LotSale andAfter(Charge declined) {
        return and(declined.key().round(), declined.debtor(), declined.amount());
    }

    private LotSale and(int round, AccountId debtor, Amount amount) {
        int attempt = lastCharge(round).map(charge -> charge.key().attempt() + 1).orElse(0);
        List<Charge> all = new ArrayList<>(charges);
        all.add(
                new Charge(
                        new ChargeKey(lot.id(), round, attempt),
                        debtor,
                        amount,
                        Charge.Status.ASKED));
        return new LotSale(lot, state, all, asked);
    }

    /** Whether nobody knows yet what becomes of it: a provider is at it, or does not say. */
    boolean isOpen(Demand demand, AtProvider atProvider) {
        return lastCharge(demand.round())
                .filter(charge -> charge.status() == Charge.Status.ASKED)
                .filter(charge ->
                        atProvider.underway().contains(charge.key())
                                || atProvider.unclear().contains(charge.key()))
                .isPresent();
    }

    /** To be written down with a sale that {@link #charging is charging}. */
    Effect.Collect collect() {
        return new Effect.Collect(charges.getLast());
    }

    /** What somebody owes or has paid; a defaulter's until the lot is offered to another. */
    public @Nullable Demand demand() {
        return switch (state) {
            case State.AwaitingPayment(Demand demand) -> demand;
            case State.Defaulted(Demand demand, _) -> demand;
            case State.Paid(Demand demand, _) -> demand;
            case State.SoldByOffer(Demand demand, _) -> demand;
            case State.Offered _, State.Unsold _, State.Cancelled _ -> null;
        };
    }

    /** What is published of it; the same sale gives the same bytes. */
    public Sale message() {
        Demand demand = demand();
        return new Sale(
                lot.id(),
                lot.version(),
                lot.title(),
                lot.outcome(),
                state.word(),
                lot.hammer(),
                lot.winner(),
                lot.currency(),
                lot.closedAt(),
                demand == null ? null : demand.debtor(),
                lot.seller(),
                offer(demand));
    }

    private @Nullable SaleOffer offer(@Nullable Demand demand) {
        if (state instanceof State.Offered(Offer offer)) {
            return new SaleOffer(offer.to(), offer.price(), offer.until());
        }
        return demand == null || demand.round() == 0
                ? null
                : new SaleOffer(demand.debtor(), new Money(demand.bill().hammer().minor()), null);
    }
}
