package io.gavel.settlement.document;

import io.gavel.contracts.lot.AccountId;
import io.gavel.settlement.money.Amount;
import io.gavel.settlement.money.Bill;
import io.gavel.settlement.money.Proceeds;
import io.gavel.settlement.money.Rate;
import io.gavel.settlement.sale.Demand;
import io.gavel.settlement.sale.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is on a document. Its lines add up to its total.
 *
 * @param name such as {@code I-000042}
 * @param corrects the name of the invoice that a credit note takes back
 * @param due until when to pay; on invoices
 */
public record Paper(
        DocumentKind kind,
        String name,
        Instant issued,
        AccountId to,
        Lot lot,
        List<Line> lines,
        Amount total,
        @Nullable Instant due,
        @Nullable String corrects) {

    /** What a line is for. */
    public enum Item {
        HAMMER("hammer", "Hammer price"),
        HAMMER_TAX("hammer-tax", "Tax on the hammer price"),
        PREMIUM("premium", "Buyer's premium"),
        PREMIUM_TAX("premium-tax", "Tax on the premium"),
        COMMISSION("commission", "Commission");

        private final String word;
        private final String label;

        Item(String word, String label) {
            this.word = word;
            this.label = label;
        }

        /** The word in messages. */
        public String word() {
            return word;
        }
    }

    /**
     * A line.
     *
     * @param rate what part of another line it is; null where it is none, or in brackets
     */
    public record Line(Item item, @Nullable Rate rate, Amount amount) {

        /** Such as {@code Tax on the premium, 19 %}. */
        public String label() {
            return rate == null ? item.label : item.label + ", " + rate.text();
        }
    }

    /** What is issued, to whom and when, and the number of the invoice it corrects, if it does. */
    public record Head(
            DocumentKind kind,
            long number,
            AccountId to,
            Instant issued,
            @Nullable Long corrects) {}

    public Paper {
        lines = List.copyOf(lines);
    }

    /** The document that was issued with this head on a demand. */
    public static Paper of(Head head, Lot lot, Demand demand) {
        List<Line> lines = lines(head.kind(), demand);
        Long corrects = head.corrects();
        return new Paper(
                head.kind(),
                head.kind().numbered(head.number()),
                head.issued(),
                head.to(),
                lot,
                lines,
                lines.stream().map(Line::amount).reduce(Amount.zero(lot.currency()), Amount::plus),
                head.kind() == DocumentKind.INVOICE ? demand.due() : null,
                corrects == null ? null : DocumentKind.INVOICE.numbered(corrects));
    }

    /** The lines of a document of this kind; taxes of no percent are left out. */
    public static List<Line> lines(DocumentKind kind, Demand demand) {
        return switch (kind) {
            case INVOICE -> lines(demand.bill());
            case CREDIT_NOTE -> billed(demand.bill(), Amount::negated);
            case STATEMENT -> earned(demand.proceeds());
        };
    }

    /** The lines of a buyer's bill; taxes of no percent are left out. */
    public static List<Line> lines(Bill bill) {
        return billed(bill, UnaryOperator.identity());
    }

    private static List<Line> billed(Bill bill, UnaryOperator<Amount> sign) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(Item.HAMMER, null, sign.apply(bill.hammer())));
        tax(Item.HAMMER_TAX, bill.hammerTaxRate(), sign.apply(bill.hammerTax()), lines);
        lines.add(new Line(Item.PREMIUM, null, sign.apply(bill.premium())));
        tax(Item.PREMIUM_TAX, bill.premiumTaxRate(), sign.apply(bill.premiumTax()), lines);
        return lines;
    }

    private static void tax(Item item, Rate rate, Amount amount, List<Line> lines) {
        if (!rate.equals(Rate.NONE)) {
            lines.add(new Line(item, rate, amount));
        }
    }

    private static List<Line> earned(Proceeds proceeds) {
        return List.of(
                new Line(Item.HAMMER, null, proceeds.hammer()),
                new Line(
                        Item.COMMISSION,
                        proceeds.commissionRate(),
                        proceeds.commission().negated()));
    }
}
