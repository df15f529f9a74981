package io.gavel.settlement.telling;

import io.gavel.settlement.document.DocumentKind;
import io.gavel.settlement.document.Paper;
import io.gavel.settlement.mail.Letter;
import io.gavel.settlement.money.Amount;
import io.gavel.settlement.sale.Demand;
import io.gavel.settlement.sale.Effect;
import io.gavel.settlement.sale.Lot;
import io.gavel.settlement.sale.Offer;
import io.gavel.settlement.sale.State;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** What is written to buyers and sellers after a step, by mail. */
final class Letters {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
                    .withZone(ZoneOffset.UTC);

    private final SaleNews news;
    private final Lot lot;
    private final String title;
    private final LetterPad pad;

    private Letters(SaleNews news) {
        this.news = news;
        this.lot = news.sale().lot();
        this.title = LetterPad.title(lot.title());
        this.pad = new LetterPad(lot, news.revision());
    }

    /** All letters about one step; put again after another step, one that stays is the same. */
    static List<Letter> of(SaleNews news) {
        Letters letters = new Letters(news);
        news.effects().forEach(letters::about);
        letters.about(news.sale().state());
        return letters.pad.written();
    }

    private void about(Effect effect) {
        switch (effect) {
            case Effect.Invoice(Demand demand) -> toPay(demand);
            case Effect.CreditNote(Demand demand) -> takenBack(demand);
            case Effect.Received received -> {
                Demand demand = news.sale().demand();
                if (demand != null) {
                    receipt(demand, received);
                }
            }
            case Effect.Statement(Demand demand) -> statement(demand);
            case Effect.Collect _,
                    Effect.OwedBack _,
                    Effect.GiveBack _,
                    Effect.GivenBack _,
                    Effect.SeenTo _,
                    Effect.Strike _ -> {}
        }
    }

    private void toPay(Demand demand) {
        boolean won = demand.round() == 0 && news.revision() == 1;
        String first =
                won
                        ? "You won the lot \"" + title + "\". Congratulations."
                        : "The lot \"" + title + "\" is yours once it is paid.";
        pad.write(
                won ? "won" : "to-pay",
                revision(),
                demand.debtor(),
                (won ? "You won: " : "To be paid: ") + title,
                List.of(
                        first,
                        "Please pay "
                                + demand.bill().total().text()
                                + " before "
                                + MINUTE.format(demand.due())
                                + ". The invoice is attached."),
                Paper.lines(DocumentKind.INVOICE, demand),
                DocumentKind.INVOICE);
    }

    private void takenBack(Demand demand) {
        boolean late = news.sale().state() instanceof State.Defaulted;
        pad.write(
                late ? "defaulted" : "invoice-cancelled",
                revision(),
                demand.debtor(),
                (late ? "Not paid in time: " : "Cancelled: ") + title,
                List.of(
                        late
                                ? "The lot \""
                                        + title
                                        + "\" was not paid in time. It may now be offered to"
                                        + " others."
                                : "The sale of the lot \"" + title + "\" to you was cancelled.",
                        "Your invoice is taken back; the credit note is attached."),
                List.of(),
                DocumentKind.CREDIT_NOTE);
    }

    private void receipt(Demand demand, Effect.Received received) {
        pad.write(
                "paid",
                revision(),
                received.charge().debtor(),
                "Paid: " + title,
                List.of(
                        "We received your payment of "
                                + received.charge().amount().text()
                                + " for the lot \""
                                + title
                                + "\". Thank you."),
                Paper.lines(DocumentKind.INVOICE, demand),
                null);
    }

    private void statement(Demand demand) {
        pad.write(
                "statement",
                revision(),
                lot.seller(),
                "Sold and paid: " + title,
                List.of("Your lot \"" + title + "\" is paid. Your statement is attached."),
                Paper.lines(DocumentKind.STATEMENT, demand),
                DocumentKind.STATEMENT);
    }

    private void about(State state) {
        switch (state) {
            case State.Offered(Offer offer) -> offered(offer);
            case State.Unsold _ ->
                    toSeller("unsold", "Unsold: ", "Your lot \"" + title + "\" was not sold.");
            case State.Cancelled _ ->
                    toSeller(
                            "cancelled",
                            "Cancelled: ",
                            "The sale of your lot \"" + title + "\" was cancelled.");
            case State.AwaitingPayment _, State.Defaulted _, State.Paid _, State.SoldByOffer _ -> {}
        }
    }

    private void offered(Offer offer) {
        pad.write(
                "offer",
                Integer.toString(offer.round()),
                offer.to(),
                "An offer: " + title,
                List.of(
                        "The lot \""
                                + title
                                + "\" was not paid for. You may have it at your own highest bid, "
                                + Amount.of(offer.price(), lot.currency()).text()
                                + ", to which premium and taxes are added.",
                        "Please accept or decline before "
                                + MINUTE.format(offer.until())
                                + ". If you do nothing, nothing happens to you."),
                List.of(),
                null);
    }

    /** Once: later steps, such as money that comes too late, leave the sale in its state. */
    private void toSeller(String what, String subject, String sentence) {
        if (news.isOfState()) {
            pad.write(what, "", lot.seller(), subject + title, List.of(sentence), List.of(), null);
        }
    }

    private String revision() {
        return Integer.toString(news.revision());
    }
}
