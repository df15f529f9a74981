package io.gavel.contracts.json;

import tools.jackson.databind.JsonNode;

/** Text that came from outside, and what of it can be stored and sent on. */
public final class Texts {

    private static final int SHOWN = 80;

    private Texts() {}

    /**
     * False with a NUL, which PostgreSQL does not store, or half of a surrogate pair, which UTF-8
     * cannot spell.
     */
    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(point -> point == 0 || isHalf(point));
    }

    /** The beginning of a value, to be quoted in a message; it can always be written as UTF-8. */
    public static String shown(JsonNode node) {
        String text = node.toString();
        String part = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
        return part.codePoints()
                .map(point -> isHalf(point) ? '?' : point)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}
