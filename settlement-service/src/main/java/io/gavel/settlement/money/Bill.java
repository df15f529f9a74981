package io.gavel.settlement.money;

/**
 * What a buyer owes, line by line; each line is rounded, the total is their sum.
 *
 * @param hammer the price he bought at
 * @param hammerTax on the hammer price
 * @param premiumTax on the premium
 */
public record Bill(
        Amount hammer,
        Amount hammerTax,
        Rate hammerTaxRate,
        Amount premium,
        Amount premiumTax,
        Rate premiumTaxRate) {

    public Amount total() {
        return hammer.plus(hammerTax).plus(premium).plus(premiumTax);
    }
}
