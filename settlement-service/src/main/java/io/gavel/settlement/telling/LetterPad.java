package io.gavel.settlement.telling;

import io.gavel.contracts.lot.AccountId;
import io.gavel.settlement.document.DocumentKind;
import io.gavel.settlement.document.Paper;
import io.gavel.settlement.mail.Letter;
import io.gavel.settlement.money.Amount;
import io.gavel.settlement.sale.Lot;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all letters about one step have in common; they are torn off at the end. */
final class LetterPad {

    private static final int MOST_OF_A_TITLE = 100;

    private final Lot lot;
    private final int revision;
    private final List<Letter> written = new ArrayList<>();

    LetterPad(Lot lot, int revision) {
        this.lot = lot;
        this.revision = revision;
    }

    List<Letter> written() {
        return List.copyOf(written);
    }

    /** Writes one; an account of its lines is added where there are any. */
    void write(
            String what,
            String about,
            AccountId to,
            String subject,
            List<String> paragraphs,
            List<Paper.Line> lines,
            @Nullable DocumentKind document) {
        written.add(
                new Letter(
                        about,
                        to.value(),
                        what,
                        subject,
                        paragraphs,
                        lines.stream()
                                .map(line -> new Letter.Line(line.label(), line.amount().text()))
                                .toList(),
                        total(lines),
                        lot.id().toString(),
                        revision,
                        document == null ? null : document.series()));
    }

    private @Nullable String total(List<Paper.Line> lines) {
        return lines.isEmpty()
                ? null
                : lines.stream()
                        .map(Paper.Line::amount)
                        .reduce(Amount.zero(lot.currency()), Amount::plus)
                        .text();
    }

    /** One line, whatever its seller wrote: no line ends, no invisible marks, not too long. */
    static String title(String written) {
        String line = written.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
        return line.codePointCount(0, line.length()) <= MOST_OF_A_TITLE
                ? line
                : line.substring(0, line.offsetByCodePoints(0, MOST_OF_A_TITLE - 1)) + "…";
    }
}
