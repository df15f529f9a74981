package io.gavel.contracts.lot;

import org.jspecify.annotations.Nullable;

/**
 * What a seller puts up.
 *
 * @param reserve the least hammer price he sells at, never shown to anybody else; null means none
 */
public record Listing(String title, String description, Rules rules, @Nullable Money reserve) {

    @Override
    public String toString() {
        return "Listing[title=" + title + ", rules=" + rules + "]";
    }
}
