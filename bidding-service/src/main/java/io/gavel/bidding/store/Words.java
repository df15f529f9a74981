package io.gavel.bidding.store;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as it is searched, and what is searched for, folded alike: in small letters, without accents
 * and without signs that are not ASCII. PostgreSQL's parser would take “typographic” quotes for
 * letters in a database with the C locale.
 */
public final class Words {

    /** Text beyond this is not searched; a listing has at most 10,200 characters. */
    static final int MAX_LENGTH = 20_000;

    private static final String QUOTES = "“”„«»";

    private Words() {}

    public static String folded(String text) {
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        String plain = apart.replaceAll("\\p{InCombiningDiacriticalMarks}+", "");
        String small = Normalizer.normalize(plain, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return small.codePoints()
                .map(Words::folded)
                .limit(MAX_LENGTH)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int folded(int point) {
        if (point < 0x80 || Character.isLetterOrDigit(point) || isMark(point)) {
            return point;
        }
        return QUOTES.indexOf(point) >= 0 ? '"' : ' ';
    }

    /** A vowel sign, for instance: part of a word. */
    private static boolean isMark(int point) {
        int type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
