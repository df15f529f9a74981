package io.gavel.settlement.sale;

import io.gavel.contracts.lot.AccountId;
import java.util.Optional;

/** Second chances, down the ladder: offers, never awards. */
final class OfferSteps {

    private OfferSteps() {}

    /** Offers the lot to the highest underbidder who had no turn yet; it is unsold without one. */
    static Step next(LotSale sale, Circumstances around) {
        Optional<Underbid> underbid =
                around.ladder().stream()
                        .filter(each -> !sale.asked().contains(each.account()))
                        .min(Underbid.DOWN_THE_LADDER);
        return new Step.Moved(
                underbid.map(each -> offered(sale, each, around))
                        .orElseGet(() -> sale.in(new State.Unsold(null))));
    }

    private static LotSale offered(LotSale sale, Underbid underbid, Circumstances around) {
        Offer offer =
                new Offer(
                        sale.asked().size(),
                        underbid.account(),
                        underbid.paddle(),
                        underbid.most(),
                        around.now().plus(around.terms().offerFor()));
        return sale.in(new State.Offered(offer)).andAsked(underbid.account());
    }

    static Step accept(LotSale sale, AccountId by, Circumstances around) {
        if (!(sale.state() instanceof State.Offered(Offer offer))) {
            return SaleDecider.refused("accept", sale.state(), "offered");
        }
        if (!offer.to().equals(by)) {
            return notHis("accept");
        }
        if (!around.now().isBefore(offer.until())) {
            return new Step.Refused(
                    "accept: at %s (expected: before %s)".formatted(around.now(), offer.until()));
        }
        Demand demand =
                SaleDecider.demand(
                        sale.lot(), offer.round(), by, offer.paddle(), offer.price(), around);
        LotSale charging = sale.in(new State.AwaitingPayment(demand)).charging(demand);
        return new Step.Moved(charging, new Effect.Invoice(demand), charging.collect());
    }

    static Step decline(LotSale sale, AccountId by, Circumstances around) {
        if (!(sale.state() instanceof State.Offered(Offer offer))) {
            return SaleDecider.refused("decline", sale.state(), "offered");
        }
        return offer.to().equals(by) ? next(sale, around) : notHis("decline");
    }

    private static Step notHis(String what) {
        return new Step.Refused(what + ": the offer is another's (expected: one's own)");
    }
}
