package io.gavel.settlement.salebook;

import io.gavel.contracts.json.Instants;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.sale.SaleState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which sales, those whose hammer fell last first.
 *
 * @param whose null means anybody's
 * @param state only those in it, by its word; null means any
 * @param attention only those that an operator should look at
 * @param after where the page before ended; null means from the beginning
 */
record SaleQuery(
        @Nullable Whose whose,
        @Nullable String state,
        boolean attention,
        @Nullable Place after,
        int limit) {

    /** What somebody had to do with a sale. */
    enum Role {
        /** He bought, or was offered the lot. */
        BUYER,
        SELLER,
        EITHER;

        private static final String WORDS = "buyer, seller";

        static Role of(@Nullable String word) {
            return switch (given(word)) {
                case "" -> EITHER;
                case "buyer" -> BUYER;
                case "seller" -> SELLER;
                default -> throw wrong("role", word, "one of " + WORDS);
            };
        }
    }

    record Whose(String account, Role role) {}

    /** Where a page ended. */
    record Place(Instant closedAt, LotId lot) {

        private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

        /** For a URL; its content is nobody's business and may change. */
        String text() {
            return ENCODER.encodeToString(
                    (Instants.format(closedAt) + " " + lot).getBytes(StandardCharsets.UTF_8));
        }

        static @Nullable Place of(@Nullable String cursor) {
            return read(
                    "cursor",
                    cursor,
                    "the cursor of the page before",
                    text -> {
                        String[] parts =
                                new String(
                                                Base64.getUrlDecoder().decode(text),
                                                StandardCharsets.UTF_8)
                                        .split(" ", 2);
                        return new Place(inRange(Instant.parse(parts[0])), LotId.parse(parts[1]));
                    });
        }

        /** A time the database knows: nobody was given a cursor with another. */
        private static Instant inRange(Instant time) {
            if (time.isBefore(Instant.EPOCH) || time.isAfter(LATEST)) {
                throw new IllegalArgumentException("of no sale");
            }
            return time;
        }
    }

    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999Z");

    private static final String STATES =
            Arrays.stream(SaleState.values())
                    .map(SaleState::word)
                    .collect(Collectors.joining(", "));

    static @Nullable String state(@Nullable String word) {
        String given = given(word);
        if (given.isEmpty()) {
            return null;
        }
        if (Arrays.stream(SaleState.values()).noneMatch(it -> it.word().equals(given))) {
            throw wrong("state", word, "one of " + STATES);
        }
        return given;
    }

    static boolean attention(@Nullable String word) {
        return switch (given(word)) {
            case "", "false" -> false;
            case "true" -> true;
            default -> throw wrong("attention", word, "true or false");
        };
    }

    /** An empty value is as if it were not there. */
    private static String given(@Nullable String word) {
        return word == null ? "" : word.strip();
    }

    private static <T> @Nullable T read(
            String name, @Nullable String text, String expected, Function<String, T> reader) {
        String given = given(text);
        if (given.isEmpty()) {
            return null;
        }
        try {
            return reader.apply(given);
        } catch (RuntimeException e) {
            throw wrong(name, text, expected);
        }
    }

    private static RuntimeException wrong(String name, @Nullable String came, String expected) {
        return Calls.bad(name + ": " + came + " (expected: " + expected + ")");
    }
}
