package io.gavel.settlement.sale;

import static io.gavel.settlement.sale.SaleOnStage.ALICE;
import static io.gavel.settlement.sale.SaleOnStage.BOB;
import static io.gavel.settlement.sale.SaleOnStage.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Money that is owed back, what a provider is at, and the debtor who tries again. */
class SaleRefundsTest {

    private static final LotSale SOLD = SaleOnStage.sold();
    private static final Charge CHARGE = SOLD.charges().getFirst();
    private static final ChargeKey KEY = CHARGE.key();

    @Test
    void what_is_owed_back_is_given_back_once() {
        LotSale owing = owing();

        Step.Moved given =
                SaleOnStage.moved(owing, new Input.GivenBack(KEY), SaleOnStage.around(NOW));

        Charge back = CHARGE.with(Charge.Status.GIVEN_BACK);
        assertThat(given.effects()).containsExactly(new Effect.GivenBack(back));
        assertThat(given.sale().charges()).containsExactly(back);
        assertThat(given.sale().state()).isEqualTo(owing.state());
        assertThat(decide(given.sale(), new Input.GivenBack(KEY), AtProvider.NOTHING))
                .isEqualTo(new Step.Unchanged());
        assertThat(
                        decide(
                                given.sale(),
                                new Input.PaymentReceived(KEY, CHARGE.amount()),
                                AtProvider.NOTHING))
                .isEqualTo(new Step.Unchanged());
    }

    @Test
    void what_is_not_owed_back_is_not_given_back() {
        assertThat(decide(SOLD, new Input.GivenBack(KEY), AtProvider.NOTHING))
                .isEqualTo(refused("charge: " + KEY + " is asked (expected: owed-back)"));
        assertThat(
                        decide(
                                SaleOnStage.paid(SOLD),
                                new Input.GiveBackAgain(KEY),
                                collected(Set.of())))
                .isEqualTo(refused("charge: " + KEY + " is taken (expected: owed-back)"));
        ChargeKey other = new ChargeKey(SaleOnStage.LOT, 7, 0);
        assertThat(decide(SOLD, new Input.GivenBack(other), AtProvider.NOTHING))
                .isEqualTo(refused("charge: " + other + " (expected: one of this sale)"));
        assertThat(decide(SOLD, new Input.GiveBackAgain(other), AtProvider.NOTHING))
                .isEqualTo(refused("charge: " + other + " (expected: one of this sale)"));
    }

    @Test
    void a_refund_is_tried_again_where_a_provider_collected_and_is_not_at_it() {
        Input again = new Input.GiveBackAgain(KEY);

        assertThat(decide(owing(), again, collected(Set.of())))
                .isEqualTo(
                        new Step.Moved(
                                owing(),
                                List.of(new Effect.GiveBack(owing().charges().getFirst()))));
        assertThat(decide(owing(), again, collected(Set.of(KEY))))
                .isEqualTo(
                        refused(
                                "charge: "
                                        + KEY
                                        + " is with the provider (expected: one it has done"
                                        + " with)"));
        assertThat(decide(owing(), again, AtProvider.NOTHING))
                .isEqualTo(
                        refused(
                                "charge: "
                                        + KEY
                                        + " was written down (expected: one a provider"
                                        + " collected)"));
    }

    @Test
    void what_a_provider_is_at_is_not_written_down_by_hand() {
        for (Input.Money said :
                List.of(
                        new Input.PaymentReceived(KEY, CHARGE.amount()),
                        new Input.PaymentDeclined(KEY, "card"),
                        new Input.GivenBack(KEY))) {
            assertThat(decide(SOLD, new Input.WrittenDown(said), underway()))
                    .isEqualTo(
                            refused(
                                    "charge: "
                                            + KEY
                                            + " is with the provider (expected: one it has done"
                                            + " with)"));
            assertThat(decide(SOLD, new Input.WrittenDown(said), AtProvider.NOTHING))
                    .isEqualTo(decide(SOLD, said, AtProvider.NOTHING));
        }
    }

    @Test
    void what_is_written_down_on_a_declined_charge_is_a_charge_of_its_own() {
        LotSale declined = SaleOnStage.declined(SOLD);
        Input byHand = new Input.WrittenDown(new Input.PaymentReceived(KEY, CHARGE.amount()));

        Step.Moved paid = SaleOnStage.moved(declined, byHand, SaleOnStage.around(NOW));

        Charge own =
                new Charge(
                        new ChargeKey(SaleOnStage.LOT, 0, 1),
                        ALICE,
                        CHARGE.amount(),
                        Charge.Status.TAKEN);
        assertThat(paid.sale().charges()).containsExactly(CHARGE.with(Charge.Status.DECLINED), own);
        assertThat(paid.effects().getFirst()).isEqualTo(new Effect.Received(own));
        assertThat(decide(paid.sale(), byHand, AtProvider.NOTHING))
                .isEqualTo(
                        refused(
                                "charge: "
                                        + KEY
                                        + " is declined (expected: the last of its round, "
                                        + own.key()
                                        + ")"));

        Step.Moved both =
                SaleOnStage.moved(
                        paid.sale(),
                        new Input.PaymentReceived(KEY, CHARGE.amount()),
                        SaleOnStage.around(NOW));
        Charge back = CHARGE.with(Charge.Status.OWED_BACK);
        assertThat(both.effects()).containsExactly(new Effect.OwedBack(back));
        assertThat(both.sale().charges()).containsExactly(back, own);
    }

    @Test
    void the_debtor_has_a_declined_charge_tried_again_while_he_is_in_time() {
        LotSale declined = SaleOnStage.declined(SOLD);

        Step.Moved again =
                SaleOnStage.moved(declined, new Input.PayAgain(ALICE), SaleOnStage.around(NOW));

        Charge next = again.sale().charges().getLast();
        assertThat(next.key()).isEqualTo(new ChargeKey(SaleOnStage.LOT, 0, 1));
        assertThat(again.effects()).containsExactly(new Effect.Collect(next));
        assertThat(decide(again.sale(), new Input.PayAgain(ALICE), AtProvider.NOTHING))
                .isEqualTo(
                        refused("retry: the charge has no answer yet (expected: a declined one)"));
        assertThat(decide(declined, new Input.PayAgain(BOB), AtProvider.NOTHING))
                .isEqualTo(refused("pay: the demand is another's (expected: one's own)"));
        assertThat(
                        decide(
                                SaleOnStage.defaulted(declined),
                                new Input.PayAgain(ALICE),
                                AtProvider.NOTHING))
                .isEqualTo(refused("pay: the sale is defaulted (expected: awaiting-payment)"));
    }

    @Test
    void whoever_is_charged_is_charged_by_an_effect() {
        LotSale accepted = SaleOnStage.accepted();
        Step.Moved step =
                SaleOnStage.moved(
                        SaleOnStage.offered(),
                        new Input.AcceptOffer(SaleOnStage.CAROL),
                        SaleOnStage.around(NOW));
        assertThat(step.effects()).contains(new Effect.Collect(accepted.charges().getLast()));

        LotSale defaulted = SaleOnStage.defaulted(SaleOnStage.declined(SOLD));
        Step.Moved term = SaleOnStage.moved(defaulted, new Input.Retry(), SaleOnStage.around(NOW));
        assertThat(term.effects()).contains(new Effect.Collect(term.sale().charges().getLast()));

        Step.Moved open =
                SaleOnStage.moved(
                        SaleOnStage.defaulted(SOLD), new Input.Retry(), SaleOnStage.around(NOW));
        assertThat(open.effects()).noneMatch(Effect.Collect.class::isInstance);
    }

    private static LotSale owing() {
        return SaleOnStage.paid(SaleOnStage.cancelled(SOLD));
    }

    private static AtProvider collected(Set<ChargeKey> underway) {
        return new AtProvider(underway, Set.of(KEY), Set.of());
    }

    private static AtProvider underway() {
        return new AtProvider(Set.of(KEY), Set.of(), Set.of());
    }

    private static Step decide(LotSale sale, Input input, AtProvider atProvider) {
        return SaleDecider.decide(
                sale, input, new Circumstances(NOW, SaleOnStage.TERMS, List.of(), atProvider));
    }

    private static Step refused(String why) {
        return new Step.Refused(why);
    }
}
