package io.gavel.bidding.lots;

import io.gavel.contracts.json.Instants;
import io.gavel.contracts.lot.LotId;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** Where a page of lots, sorted by their end, goes on: behind this lot. */
record Cursor(Instant closesAt, LotId lot) {

    static final Cursor START =
            new Cursor(Instant.EPOCH, LotId.parse("00000000-0000-0000-0000-000000000000"));

    /**
     * Reads what {@link #text} wrote.
     *
     * @throws IllegalArgumentException if it is something else
     */
    static Cursor parse(String text) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8)
                            .split(" ", 2);
            return new Cursor(Instant.parse(parts[0]), LotId.parse(parts[parts.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "cursor: not one of ours (expected: the cursor of the page before)", e);
        }
    }

    String text() {
        String plain = Instants.format(closesAt) + " " + lot;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
