package io.gavel.bidding.photos;

import java.util.Arrays;
import java.util.Optional;

/** The sizes that a photo is kept in. */
enum PrintSize {
    SMALL(320),
    MEDIUM(800),
    LARGE(1600);

    private final int longest;

    PrintSize(int longest) {
        this.longest = longest;
    }

    /** The most pixels on its longer side; it has fewer where the photo had. */
    int longest() {
        return longest;
    }

    static Optional<PrintSize> named(String longest) {
        return Arrays.stream(values())
                .filter(size -> Integer.toString(size.longest).equals(longest))
                .findFirst();
    }
}
