package io.gavel.systemtests.fuzz;

import java.util.List;
import java.util.UUID;

/**
 * Whom and what the cases are about.
 *
 * @param authority host and port of the gateway
 * @param lots that are open
 * @param tokens of accounts with all kinds of roles
 * @param listings that are right, as JSON
 */
public record Stage(
        String authority, List<String> lots, List<String> tokens, List<String> listings) {

    /** The text with a lot, an id and a token in the places for them. */
    String fill(String text, Chance chance) {
        return text.replace("$LOT", chance.oneOf(lots))
                .replace("$ID", new UUID(chance.below(1_000), chance.below(50)).toString())
                .replace("$TOKEN", chance.oneOf(tokens))
                .replace("$AMOUNT", Integer.toString(1 + chance.below(5_000)));
    }
}
