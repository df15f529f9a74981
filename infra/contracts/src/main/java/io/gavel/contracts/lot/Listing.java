package io.gavel.contracts.lot;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seller puts up.
 *
 * @param reserve the least hammer price he sells at, never shown to anybody else; null means none
 * @param linkedAccounts accounts of the seller's people, who may not bid any more than he; never
 *     shown either
 */
public record Listing(
        String title,
        String description,
        Rules rules,
        @Nullable Money reserve,
        List<AccountId> linkedAccounts) {

    /** The most accounts that may be linked to a seller. */
    public static final int MAX_LINKED_ACCOUNTS = 100;

    public Listing {
        linkedAccounts = List.copyOf(linkedAccounts);
    }

    @Override
    public String toString() {
        return "Listing[title=" + title + ", rules=" + rules + "]";
    }
}
