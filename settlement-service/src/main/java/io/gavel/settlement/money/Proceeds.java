package io.gavel.settlement.money;

/**
 * What a seller gets: the hammer price less commission.
 *
 * @param commission what the house keeps of it
 */
public record Proceeds(Amount hammer, Rate commissionRate, Amount commission) {

    public Amount net() {
        return hammer.minus(commission);
    }
}
