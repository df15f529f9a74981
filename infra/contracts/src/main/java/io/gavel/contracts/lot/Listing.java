package io.gavel.contracts.lot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a seller puts up.
 *
 * @param reserve the least hammer price he sells at, never shown to anybody else; null means none
 * @param linkedAccounts accounts of the seller's people, who may not bid any more than he; never
 *     shown either
 * @param photos what the lot looks like, the cover first; not written where there are none, as when
 *     there were no photos yet
 */
public record Listing(
        String title,
        String description,
        Rules rules,
        @Nullable Money reserve,
        List<AccountId> linkedAccounts,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PhotoId> photos) {

    /** The most accounts that may be linked to a seller. */
    public static final int MAX_LINKED_ACCOUNTS = 100;

    /** The most photos of one lot. */
    public static final int MAX_PHOTOS = 12;

    public Listing {
        linkedAccounts = List.copyOf(linkedAccounts);
        photos = photos == null ? List.of() : List.copyOf(photos);
    }

    /** Without photos. */
    public Listing(
            String title,
            String description,
            Rules rules,
            @Nullable Money reserve,
            List<AccountId> linkedAccounts) {
        this(title, description, rules, reserve, linkedAccounts, List.of());
    }

    @Override
    public String toString() {
        return "Listing[title=" + title + ", rules=" + rules + "]";
    }
}
