package io.gavel.settlement.ledger;

import io.gavel.contracts.lot.AccountId;
import io.gavel.settlement.ledger.Entry.Kind;
import io.gavel.settlement.ledger.Entry.Line;
import io.gavel.settlement.money.Amount;
import io.gavel.settlement.money.Bill;
import io.gavel.settlement.sale.Charge;
import io.gavel.settlement.sale.Demand;
import io.gavel.settlement.sale.Effect;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** How the effects of a sale are posted. */
public final class Bookkeeping {

    private Bookkeeping() {}

    /** The entry for an effect; none where no money is owed or moved. */
    public static Optional<Entry> entry(Effect effect, AccountId seller) {
        return switch (effect) {
            case Effect.Invoice(Demand demand) ->
                    Optional.of(billed(Kind.INVOICE, demand, seller, UnaryOperator.identity()));
            case Effect.CreditNote(Demand demand) ->
                    Optional.of(billed(Kind.CREDIT_NOTE, demand, seller, Amount::negated));
            case Effect.Received(Charge charge) ->
                    Optional.of(came(Kind.PAYMENT, charge, Account.buyer(charge.debtor())));
            case Effect.OwedBack(Charge charge) ->
                    Optional.of(came(Kind.OWED_BACK, charge, Account.owedBack(charge.debtor())));
            case Effect.GivenBack(Charge charge) ->
                    Optional.of(went(charge, Account.owedBack(charge.debtor())));
            case Effect.Collect _,
                    Effect.GiveBack _,
                    Effect.SeenTo _,
                    Effect.Statement _,
                    Effect.Strike _ ->
                    Optional.empty();
        };
    }

    private static Entry billed(
            Kind kind, Demand demand, AccountId seller, UnaryOperator<Amount> sign) {
        Bill bill = demand.bill();
        return new Entry(
                kind,
                List.of(
                        new Line(Account.buyer(demand.debtor()), sign.apply(bill.total())),
                        gives(Account.seller(seller), demand.proceeds().net(), sign),
                        gives(Account.COMMISSION, demand.proceeds().commission(), sign),
                        gives(Account.PREMIUM, bill.premium(), sign),
                        gives(Account.TAX, bill.hammerTax().plus(bill.premiumTax()), sign)));
    }

    private static Line gives(Account account, Amount amount, UnaryOperator<Amount> sign) {
        return new Line(account, sign.apply(amount.negated()));
    }

    private static Entry came(Kind kind, Charge charge, Account from) {
        return new Entry(
                kind,
                List.of(
                        new Line(Account.CASH, charge.amount()),
                        new Line(from, charge.amount().negated())));
    }

    private static Entry went(Charge charge, Account to) {
        return new Entry(
                Kind.REFUND,
                List.of(
                        new Line(to, charge.amount()),
                        new Line(Account.CASH, charge.amount().negated())));
    }
}
