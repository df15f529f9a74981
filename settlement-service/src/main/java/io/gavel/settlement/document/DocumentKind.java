package io.gavel.settlement.document;

import java.util.Arrays;

/** What is issued; each kind is numbered by itself. */
public enum DocumentKind {
    /** Takes an invoice back. */
    CREDIT_NOTE("credit-note", "C", "Credit note"),
    INVOICE("invoice", "I", "Invoice"),
    /** To the seller. */
    STATEMENT("statement", "S", "Statement");

    private final String series;
    private final String prefix;
    private final String title;

    DocumentKind(String series, String prefix, String title) {
        this.series = series;
        this.prefix = prefix;
        this.title = title;
    }

    /** The word in the database and in messages. */
    public String series() {
        return series;
    }

    String title() {
        return title;
    }

    /** Such as {@code I-000042}. */
    public String numbered(long number) {
        return "%s-%06d".formatted(prefix, number);
    }

    /**
     * The kind whose series has this name.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static DocumentKind ofSeries(String series) {
        return Arrays.stream(values())
                .filter(kind -> kind.series.equals(series))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("series: " + series));
    }

    /**
     * The kind of a document's name, such as {@code I-000042}.
     *
     * @throws IllegalArgumentException if no document is called so
     */
    public static DocumentKind ofName(String name) {
        return Arrays.stream(values())
                .filter(kind -> name.matches(kind.prefix + "-[0-9]{6,18}"))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "document: " + name + " (expected: such as I-000042)"));
    }

    /** The number in a name of this kind. */
    public long number(String name) {
        return Long.parseLong(name.substring(prefix.length() + 1));
    }
}
