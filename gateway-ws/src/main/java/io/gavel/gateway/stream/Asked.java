package io.gavel.gateway.stream;

import io.gavel.contracts.frame.Feed;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.command.HttpCommands;
import io.gavel.gateway.problem.Problems;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.ErrorResponseException;

/**
 * What a request for a stream asks.
 *
 * @param after the version to go on behind; null for what is true now
 */
record Asked(LotId lot, Feed feed, @Nullable Long after) {

    static final String LAST_EVENT_ID = "Last-Event-ID";

    private static final String AFTER = "after";
    private static final Pattern VERSION = Pattern.compile("[0-9]{1,18}");
    private static final int MOST_SHOWN = 40;

    /**
     * Reads a request. Who comes back says so in the header, whatever the address said at first.
     *
     * @throws ErrorResponseException 400, saying what came and what was expected
     */
    static Asked of(String lot, ServerHttpRequest request) {
        String last = request.getHeaders().getFirst(LAST_EVENT_ID);
        String after = request.getQueryParams().getFirst(AFTER);
        return new Asked(
                HttpCommands.lot(lot),
                feed(request.getQueryParams().getFirst("feed")),
                last == null ? version(AFTER, after) : version(LAST_EVENT_ID, last));
    }

    private static Feed feed(@Nullable String text) {
        return switch (text) {
            case null -> Feed.LOG;
            case "log" -> Feed.LOG;
            case "state" -> Feed.STATE;
            default -> throw wrong("feed", text, "log or state");
        };
    }

    private static @Nullable Long version(String name, @Nullable String text) {
        if (text == null) {
            return null;
        }
        if (!VERSION.matcher(text).matches()) {
            throw wrong(name, text, "a version, 0 or more");
        }
        return Long.valueOf(text);
    }

    private static ErrorResponseException wrong(String name, String text, String expected) {
        String shown = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "…" : text;
        return Problems.of(
                HttpStatus.BAD_REQUEST, name + ": \"" + shown + "\" (expected: " + expected + ")");
    }
}
