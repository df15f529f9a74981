package io.gavel.settlement.sale;

import static io.gavel.settlement.sale.SaleOnStage.CAROL;
import static io.gavel.settlement.sale.SaleOnStage.LOT;
import static io.gavel.settlement.sale.SaleOnStage.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.sale.SaleOffer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which charges are asked for, who is offered what, and what is published of it. */
class SaleChargesTest {

    @Test
    void each_declined_charge_is_followed_by_one_under_the_next_key() {
        assertThat(keys(SaleOnStage.sold())).containsExactly("0/0");
        assertThat(keys(retried(SaleOnStage.sold()))).containsExactly("0/0", "0/1");
        assertThat(keys(retried(retried(SaleOnStage.sold())))).containsExactly("0/0", "0/1", "0/2");
    }

    @Test
    void another_term_asks_for_no_other_charge_while_one_has_no_answer() {
        LotSale again = anotherTerm(SaleOnStage.defaulted(SaleOnStage.sold()));

        assertThat(keys(again)).containsExactly("0/0");
        assertThat(SaleOnStage.deadline(again)).isEqualTo(NOW.plus(SaleOnStage.TERMS.payWithin()));
    }

    @Test
    void another_term_asks_again_after_a_declined_charge() {
        LotSale declined = SaleOnStage.declined(SaleOnStage.sold());

        assertThat(keys(anotherTerm(SaleOnStage.defaulted(declined))))
                .containsExactly("0/0", "0/1");
    }

    @Test
    void no_strike_for_who_may_have_paid_in_time() {
        LotSale sold = SaleOnStage.sold();
        Set<ChargeKey> asked = Set.of(sold.charges().getFirst().key());
        for (AtProvider atProvider :
                List.of(
                        new AtProvider(asked, Set.of(), Set.of()),
                        new AtProvider(Set.of(), Set.of(), asked))) {
            Circumstances around =
                    new Circumstances(
                            SaleOnStage.deadline(sold), SaleOnStage.TERMS, List.of(), atProvider);

            Step.Moved defaulted = SaleOnStage.moved(sold, new Input.DeadlinePassed(), around);

            assertThat(defaulted.sale().state()).isInstanceOf(State.Defaulted.class);
            assertThat(defaulted.effects()).noneMatch(Effect.Strike.class::isInstance);
            assertThat(
                            SaleOnStage.moved(
                                            SaleOnStage.declined(sold),
                                            new Input.DeadlinePassed(),
                                            around)
                                    .effects())
                    .anyMatch(Effect.Strike.class::isInstance);
        }
    }

    @Test
    void who_has_no_attempt_left_gets_no_other_term() {
        LotSale exhausted = SaleOnStage.declined(retried(retried(SaleOnStage.sold())));

        assertThat(
                        SaleDecider.decide(
                                SaleOnStage.defaulted(exhausted),
                                new Input.Retry(),
                                SaleOnStage.around(NOW)))
                .isEqualTo(new Step.Refused("retry: no attempt left (expected: at most 3)"));
    }

    @Test
    void who_accepts_has_attempts_and_keys_of_his_own() {
        LotSale exhausted = SaleOnStage.declined(retried(retried(SaleOnStage.sold())));
        LotSale defaulted = SaleOnStage.defaulted(exhausted);
        LotSale offered =
                SaleOnStage.after(
                        defaulted,
                        new Input.DeadlinePassed(),
                        SaleOnStage.deadline(defaulted),
                        SaleOnStage.CAROLS);
        LotSale accepted = SaleOnStage.after(offered, new Input.AcceptOffer(CAROL), NOW);

        assertThat(keys(retried(accepted))).containsExactly("0/0", "0/1", "0/2", "1/0", "1/1");
        assertThat(accepted.charges().getLast().debtor()).isEqualTo(CAROL);
        assertThat(accepted.charges().getLast().amount().minor()).isEqualTo(23_750);
    }

    @Test
    void the_other_charge_of_a_round_is_owed_back_once_one_has_paid() {
        LotSale twice = retried(SaleOnStage.sold());
        Charge first = twice.charges().getFirst();
        LotSale paid =
                SaleOnStage.after(
                        twice, new Input.PaymentReceived(first.key(), first.amount()), NOW);

        LotSale both = SaleOnStage.paid(paid);

        assertThat(both.charges())
                .extracting(Charge::status)
                .containsExactly(Charge.Status.TAKEN, Charge.Status.OWED_BACK);
        assertThat(both.state()).isEqualTo(paid.state());
    }

    @Test
    void of_equal_bids_the_earlier_is_offered_first() {
        Underbid later = new Underbid(new AccountId("erin"), new Paddle(4), new Money(19_000), 8);
        LotSale defaulted = SaleOnStage.defaulted(SaleOnStage.sold());

        LotSale offered =
                SaleOnStage.after(
                        defaulted,
                        new Input.DeadlinePassed(),
                        SaleOnStage.deadline(defaulted),
                        later,
                        SaleOnStage.DAVES,
                        SaleOnStage.CAROLS);

        assertThat(offered.asked()).containsExactly(SaleOnStage.ALICE, CAROL);
    }

    @Test
    void an_offer_is_published_until_it_is_over_and_as_the_price_once_it_is_accepted() {
        LotSale offered = SaleOnStage.offered();
        assertThat(offered.message().buyer()).isNull();
        assertThat(offered.message().offer())
                .isEqualTo(new SaleOffer(CAROL, new Money(19_000), SaleOnStage.deadline(offered)));
        for (LotSale sale :
                List.of(SaleOnStage.accepted(), SaleOnStage.paid(SaleOnStage.accepted()))) {
            assertThat(sale.message().buyer()).isEqualTo(CAROL);
            assertThat(sale.message().offer())
                    .isEqualTo(new SaleOffer(CAROL, new Money(19_000), null));
        }
        for (LotSale sale :
                List.of(
                        SaleOnStage.declinedByAll(),
                        SaleOnStage.cancelled(SaleOnStage.accepted()))) {
            assertThat(sale.message().buyer()).isNull();
            assertThat(sale.message().offer()).isNull();
        }
        assertThat(SaleOnStage.paid(SaleOnStage.sold()).message().offer()).isNull();
        assertThat(SaleOnStage.defaulted(SaleOnStage.sold()).message().buyer())
                .isEqualTo(SaleOnStage.ALICE);
    }

    @Test
    void a_key_is_read_as_it_is_written() {
        ChargeKey key = new ChargeKey(LOT, 2, 1);

        assertThat(key).hasToString(LOT + "/2/1");
        assertThat(ChargeKey.parse(LOT + "/2/1")).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0197b1c2-3d4e-7f50-8a61-72839405a6b7",
                "0197b1c2-3d4e-7f50-8a61-72839405a6b7/0",
                "0197b1c2-3d4e-7f50-8a61-72839405a6b7/0/0/0",
                "0197b1c2-3d4e-7f50-8a61-72839405a6b7/0/x",
                "x/0/0"
            })
    void what_is_no_key_is_refused(String text) {
        assertThatThrownBy(() -> ChargeKey.parse(text))
                .hasMessage("charge: " + text + " (expected: lot/round/attempt)");
    }

    private static LotSale retried(LotSale sale) {
        return SaleOnStage.after(SaleOnStage.declined(sale), new Input.Retry(), NOW);
    }

    private static LotSale anotherTerm(LotSale defaulted) {
        return SaleOnStage.after(defaulted, new Input.Retry(), NOW);
    }

    private static List<String> keys(LotSale sale) {
        return sale.charges().stream()
                .map(charge -> charge.key().toString().replace(LOT + "/", ""))
                .toList();
    }
}
