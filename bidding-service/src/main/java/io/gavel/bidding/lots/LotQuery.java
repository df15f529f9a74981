package io.gavel.bidding.lots;

import io.gavel.bidding.access.Problems;
import io.gavel.bidding.paging.Cursor;
import io.gavel.bidding.paging.Parameters;
import io.gavel.bidding.store.Words;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.LotStatus;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which lots, in which order, and how many of them. Null means any.
 *
 * @param words folded; as a search engine takes them: all of them, {@code "in a row"}, {@code or},
 *     {@code -without}
 * @param after null means from the beginning
 * @param limit 1 to {@value #MAX_LIMIT}
 */
record LotQuery(
        @Nullable String words,
        @Nullable String status,
        @Nullable String seller,
        @Nullable String format,
        @Nullable Instant closesAfter,
        @Nullable Instant closesBefore,
        @Nullable String currency,
        @Nullable Long minPrice,
        @Nullable Long maxPrice,
        LotSort sort,
        @Nullable Cursor after,
        int limit) {

    static final int MAX_LIMIT = 200;

    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_WORDS = 200;
    private static final int MAX_ACCOUNT = 200;
    private static final List<String> FORMATS =
            List.of(
                    Format.English.WORD,
                    Format.SealedFirstPrice.WORD,
                    Format.SealedSecondPrice.WORD,
                    Format.Dutch.WORD);

    /**
     * Reads a query.
     *
     * @param seller whose lots; null means that the query may say
     * @throws org.springframework.web.ErrorResponseException 400 if something in it is wrong
     */
    static LotQuery of(Parameters asked, @Nullable String seller) {
        String words = asked.text("q", MAX_WORDS);
        LotSort sort = sort(asked, words);
        return new LotQuery(
                words == null ? null : Words.folded(words),
                status(asked),
                seller == null ? asked.text("seller", MAX_ACCOUNT) : seller,
                asked.oneOf("format", FORMATS, word -> word),
                asked.instant("closesAfter"),
                asked.instant("closesBefore"),
                asked.read(
                        "currency",
                        "an ISO 4217 code such as EUR",
                        text -> text.matches("[A-Z]{3}") ? text : null),
                asked.number("minPrice", 0, Money.MAX_MINOR),
                asked.number("maxPrice", 0, Money.MAX_MINOR),
                sort,
                cursor(asked, sort),
                limit(asked));
    }

    private static LotSort sort(Parameters asked, @Nullable String words) {
        LotSort sort = asked.oneOf("sort", List.of(LotSort.values()), LotSort::word);
        if (sort == LotSort.RELEVANCE && words == null) {
            throw Problems.badRequest("sort: relevance without q (expected: q with it)");
        }
        return sort == null ? LotSort.CLOSING : sort;
    }

    private static @Nullable String status(Parameters asked) {
        LotStatus status = asked.oneOf("status", List.of(LotStatus.values()), LotStatus::word);
        return status == null ? null : status.word();
    }

    private static @Nullable Cursor cursor(Parameters asked, LotSort sort) {
        return asked.read(
                "cursor",
                "the cursor of the page before, with the same sort",
                text -> Cursor.parse(text, sort.word(), sort.kind()));
    }

    private static int limit(Parameters asked) {
        return (int) asked.number("limit", DEFAULT_LIMIT, 1, MAX_LIMIT);
    }

    /** Whether the lots must be gathered before they can be chosen from and sorted. */
    boolean mustGather() {
        return sort.gathers() || currency != null || minPrice != null || maxPrice != null;
    }

    /** Whether gathering is worth a try: words are seldom in more lots than can be gathered. */
    boolean gathers() {
        return mustGather() || words != null;
    }
}
