package io.gavel.demo.room;

import io.gavel.demo.bidder.Sight;
import io.gavel.demo.catalogue.Worth;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A lot as it was last seen.
 *
 * @param estimate 0 if there is none
 * @param leader a paddle; 0 if there is none
 * @param from when it was listed or is to open, whichever is later
 */
public record LotView(
        String id,
        String title,
        String format,
        boolean absenteeBids,
        long startingPrice,
        long estimate,
        Instant from,
        String status,
        long version,
        long price,
        long next,
        long leader,
        Instant closesAt) {

    /** Of the answer of {@code GET /api/v1/lots}. */
    public static LotView of(JsonNode lot) {
        Instant listed = instant(lot, "listedAt", Instant.EPOCH);
        Instant opens = instant(lot, "opensAt", listed);
        return new LotView(
                lot.get("id").stringValue(),
                lot.get("title").stringValue(),
                lot.path("format").stringValue("english"),
                lot.path("absenteeBids").booleanValue(false),
                number(lot, "startingPrice"),
                number(lot, "estimate"),
                opens.isAfter(listed) ? opens : listed,
                lot.get("status").stringValue(),
                number(lot, "version"),
                number(lot, "price"),
                number(lot, "next"),
                number(lot, "leader"),
                instant(lot, "closesAt", Instant.EPOCH));
    }

    /** After a newer event of it; the same if the event is not newer. */
    LotView after(JsonNode event) {
        if (number(event, "version") <= version) {
            return this;
        }
        return new LotView(
                id,
                title,
                format,
                absenteeBids,
                startingPrice,
                estimate,
                from,
                event.path("status").stringValue(status),
                number(event, "version"),
                number(event, "price"),
                number(event, "next"),
                number(event, "leader"),
                instant(event, "closesAt", closesAt));
    }

    /** As somebody sees it who has that paddle (0: none yet) and that maximum (0: none yet). */
    Sight seenWith(long paddle, long max) {
        return new Sight(
                format,
                status,
                absenteeBids,
                price,
                Math.max(1, next),
                from,
                closesAt,
                paddle != 0 && paddle == leader,
                max);
    }

    /** What people may think it worth of whom one knows nothing else. */
    Worth guess() {
        return estimate > 0
                ? new Worth(Math.max(1, estimate * 7 / 10), Math.max(2, estimate * 23 / 20))
                : new Worth(startingPrice * 6 / 5, Math.max(startingPrice * 3, startingPrice + 2));
    }

    private static long number(JsonNode json, String name) {
        return json.path(name).longValue(0);
    }

    private static Instant instant(JsonNode json, String name, Instant otherwise) {
        String text = json.path(name).stringValue("");
        return text.isEmpty() ? otherwise : Instant.parse(text);
    }
}
