package io.gavel.bidding.paging;

import io.gavel.bidding.access.Problems;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;

/**
 * The query of a request. A wrong value is answered with 400 that says what came and what was
 * expected; an empty one is as if it were not there.
 */
public record Parameters(MultiValueMap<String, String> values) {

    private static final int SHOWN = 80;

    public static Parameters of(ServerWebExchange exchange) {
        return new Parameters(exchange.getRequest().getQueryParams());
    }

    /** As it came, without the space around it. */
    public @Nullable String text(String name, int maxLength) {
        return read(
                name,
                "at most " + maxLength + " characters",
                text -> text.length() <= maxLength && text.indexOf('\0') < 0 ? text : null);
    }

    /** The one of some values that has this word. */
    public <T> @Nullable T oneOf(String name, List<T> values, Function<T, String> word) {
        String words = values.stream().map(word).collect(Collectors.joining(", "));
        return read(
                name,
                "one of " + words,
                text ->
                        values.stream()
                                .filter(value -> word.apply(value).equals(text))
                                .findFirst()
                                .orElse(null));
    }

    public long number(String name, long otherwise, long least, long most) {
        Long number = number(name, least, most);
        return number == null ? otherwise : number;
    }

    public @Nullable Long number(String name, long least, long most) {
        return read(
                name,
                "a whole number, " + least + " to " + most,
                text -> {
                    long number = Long.parseLong(text);
                    return number >= least && number <= most ? number : null;
                });
    }

    public @Nullable Instant instant(String name) {
        return read(
                name,
                "an ISO 8601 instant such as 2026-11-22T14:03:07.412Z, in the years 2000 to 9998",
                text -> {
                    OffsetDateTime time = OffsetDateTime.parse(text);
                    return time.getYear() >= 2000 && time.getYear() <= 9998
                            ? time.toInstant()
                            : null;
                });
    }

    /** Any other kind of value; the reader returns null or throws if it is wrong. */
    public <T> @Nullable T read(
            String name, String expected, Function<String, @Nullable T> reader) {
        String text = values.getFirst(name);
        if (text == null || text.isBlank()) {
            return null;
        }
        T value = valueOf(text.strip(), reader);
        if (value == null) {
            String shown = text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
            throw Problems.badRequest(name + ": " + shown + " (expected: " + expected + ")");
        }
        return value;
    }

    private static <T> @Nullable T valueOf(String text, Function<String, @Nullable T> reader) {
        try {
            return reader.apply(text);
        } catch (IllegalArgumentException | DateTimeException _) {
            return null;
        }
    }
}
