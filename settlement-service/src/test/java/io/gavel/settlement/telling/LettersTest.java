package io.gavel.settlement.telling;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CloseOutcome;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import io.gavel.settlement.mail.Letter;
import io.gavel.settlement.sale.Charge;
import io.gavel.settlement.sale.ClosedLot;
import io.gavel.settlement.sale.Effect;
import io.gavel.settlement.sale.Input;
import io.gavel.settlement.sale.LotSale;
import io.gavel.settlement.sale.SaleDecider;
import io.gavel.settlement.sale.SaleOnStage;
import io.gavel.settlement.sale.State;
import io.gavel.settlement.sale.Step;
import io.gavel.settlement.sale.Underbid;
import io.gavel.settlement.sale.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LettersTest {

    private static final AccountId CAROL = new AccountId("carol");
    private static final Underbid CAROLS = new Underbid(CAROL, new Paddle(2), new Money(19_000), 7);

    private int revision;
    private LotSale sale = null;
    private List<Letter> letters = List.of();

    @Test
    void the_winner_is_told_what_to_pay_until_when() {
        hammer(CloseOutcome.SOLD, "Lamp");

        Letter won = only("won", "alice");
        assertThat(won.subject()).isEqualTo("You won: Lamp");
        assertThat(won.paragraphs())
                .containsExactly(
                        "You won the lot \"Lamp\". Congratulations.",
                        "Please pay 250.00 EUR before 25 November 2026, 14:00 UTC."
                                + " The invoice is attached.");
        assertThat(won.lines())
                .containsExactly(
                        new Letter.Line("Hammer price", "200.00 EUR"),
                        new Letter.Line("Buyer's premium", "50.00 EUR"));
        assertThat(won.total()).isEqualTo("250.00 EUR");
        assertThat(won.document()).isEqualTo("invoice");
    }

    @Test
    void who_pays_gets_a_receipt_and_the_seller_his_statement() {
        hammer(CloseOutcome.SOLD, "Lamp");
        Charge charge = sale.charges().getLast();
        input(new Input.PaymentReceived(charge.key(), charge.amount()), SaleOnStage.NOW);

        assertThat(letters).extracting(Letter::what).containsExactly("paid", "statement");
        assertThat(letters).extracting(Letter::to).containsExactly("alice", "bob");
        assertThat(letters.getLast().total()).isEqualTo("180.00 EUR");
        assertThat(letters.getLast().document()).isEqualTo("statement");
    }

    @Test
    void who_does_not_pay_is_told_and_then_the_next_gets_an_offer_once() {
        hammer(CloseOutcome.SOLD, "Lamp");
        input(new Input.DeadlinePassed(), deadline());
        assertThat(only("defaulted", "alice").document()).isEqualTo("credit-note");

        Charge late = sale.charges().getLast();
        input(new Input.DeadlinePassed(), deadline());
        Letter offer = only("offer", "carol");
        assertThat(offer.paragraphs().getFirst()).contains("190.00 EUR");
        assertThat(offer.paragraphs().getLast()).contains("27 November 2026, 14:00 UTC");

        input(new Input.PaymentDeclined(late.key(), "card"), SaleOnStage.NOW);
        assertThat(only("offer", "carol").draft(SaleOnStage.NOW).dedupe())
                .as("put again, it is the same")
                .isEqualTo(offer.draft(SaleOnStage.NOW).dedupe());

        input(new Input.AcceptOffer(CAROL), SaleOnStage.NOW);
        assertThat(only("to-pay", "carol").paragraphs().getLast()).contains("237.50 EUR");
    }

    @Test
    void the_seller_is_told_that_it_was_not_sold() {
        hammer(CloseOutcome.UNSOLD, "Lamp");

        assertThat(only("unsold", "bob").paragraphs())
                .containsExactly("Your lot \"Lamp\" was not sold.");
    }

    @Test
    void both_are_told_that_it_was_cancelled() {
        hammer(CloseOutcome.SOLD, "Lamp");
        input(new Input.Cancel(new AccountId("olga"), "stolen"), SaleOnStage.NOW);

        assertThat(letters)
                .extracting(Letter::what)
                .containsExactly("invoice-cancelled", "cancelled");
        assertThat(letters.toString()).doesNotContain("alice");
    }

    @Test
    void what_happens_after_the_end_is_not_told_as_the_end_again() {
        hammer(CloseOutcome.UNSOLD, "Lamp");
        input(new Input.Relist(new LotId(UUID.randomUUID())), SaleOnStage.NOW);
        assertThat(letters).isEmpty();
    }

    @Test
    void money_that_comes_after_a_cancellation_is_not_told_as_one_again() {
        hammer(CloseOutcome.SOLD, "Lamp");
        Charge charge = sale.charges().getLast();
        input(new Input.Cancel(new AccountId("olga"), "stolen"), SaleOnStage.NOW);
        input(new Input.PaymentReceived(charge.key(), charge.amount()), SaleOnStage.NOW);
        assertThat(letters).extracting(Letter::what).doesNotContain("cancelled");
    }

    @Test
    void a_title_is_one_line_and_not_too_long() {
        hammer(
                CloseOutcome.SOLD,
                "Lamp\r\nBcc: mallory@example.test\u2028\u202e\0" + "x".repeat(200));

        assertThat(only("won", "alice").subject())
                .isEqualTo("You won: Lamp Bcc: mallory@example.test " + "x".repeat(68) + "…");
    }

    private void hammer(CloseOutcome outcome, String title) {
        ClosedLot closed =
                new ClosedLot(
                        SaleOnStage.LOT,
                        19,
                        SaleOnStage.NOW,
                        outcome,
                        new Money(20_000),
                        new Paddle(1),
                        new ClosedLot.Listed(SaleOnStage.BOB, title, "EUR"),
                        new AccountId("alice"));
        if (SaleDecider.decide(closed, SaleOnStage.around(SaleOnStage.NOW))
                instanceof Verdict.Settled(LotSale settled, List<Effect> effects)) {
            take(settled, effects);
        }
    }

    private void input(Input input, Instant now) {
        Step step = SaleDecider.decide(sale, input, SaleOnStage.around(now, CAROLS));
        if (step instanceof Step.Moved(LotSale moved, List<Effect> effects)) {
            take(moved, effects);
        } else {
            throw new AssertionError(step + " (expected: moved)");
        }
    }

    private void take(LotSale after, List<Effect> effects) {
        State before = sale == null ? null : sale.state();
        sale = after;
        letters = Letters.of(new SaleNews(before, after, ++revision, effects, SaleOnStage.NOW));
    }

    private Instant deadline() {
        return ((State.Timed) sale.state()).deadline();
    }

    private Letter only(String what, String to) {
        assertThat(letters).hasSize(1);
        assertThat(letters.getFirst().what()).isEqualTo(what);
        assertThat(letters.getFirst().to()).isEqualTo(to);
        return letters.getFirst();
    }
}
