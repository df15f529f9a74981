package io.gavel.settlement.money;

import io.gavel.contracts.lot.Money;
import java.util.List;

/**
 * What the house charges.
 *
 * @param premium the buyer pays on top of the hammer price
 * @param commission the seller leaves of it
 * @param taxes for each line the first rule that fits counts; no rule, no tax
 */
public record Tariff(Premium premium, Rate commission, List<TaxRule> taxes) {

    public Tariff {
        taxes = List.copyOf(taxes);
    }

    /** The buyer's bill for a lot at this price. */
    public Bill bill(Money price, String currency) {
        Amount hammer = Amount.of(price, currency);
        Amount buyersPremium = premium.on(hammer);
        Rate hammerTax = tax(TaxRule.Line.HAMMER, currency);
        Rate premiumTax = tax(TaxRule.Line.PREMIUM, currency);
        return new Bill(
                hammer,
                hammerTax.of(hammer),
                hammerTax,
                buyersPremium,
                premiumTax.of(buyersPremium),
                premiumTax);
    }

    /** What the seller gets for a lot at this price. */
    public Proceeds proceeds(Money price, String currency) {
        Amount hammer = Amount.of(price, currency);
        return new Proceeds(hammer, commission, commission.of(hammer));
    }

    private Rate tax(TaxRule.Line line, String currency) {
        return taxes.stream()
                .filter(rule -> rule.fits(line, currency))
                .findFirst()
                .map(TaxRule::rate)
                .orElse(Rate.NONE);
    }
}
