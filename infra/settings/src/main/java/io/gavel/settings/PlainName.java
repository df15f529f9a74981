package io.gavel.settings;

import java.util.Locale;

/**
 * A property's name without what Spring does not look at: case, dashes, which element of a list.
 */
final class PlainName {
    private PlainName() {}

    static String of(String name) {
        return name.toLowerCase(Locale.ROOT)
                .replaceAll("\\[\\d*]", "[]")
                .replaceAll("[^a-z0-9.\\[\\]]", "");
    }
}
