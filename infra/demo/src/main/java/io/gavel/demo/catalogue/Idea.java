package io.gavel.demo.catalogue;

import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A lot that the house may put up, again and again.
 *
 * @param kind what bidders have a taste for, such as {@code silver}
 * @param scene what its pictures show
 * @param hues in which colours
 * @param opensAfter null: at once
 * @param endsAfter how long it is up when it comes first, a Dutch lot always; null: some time of
 *     its pace
 * @param lot the listing but for its times and photos
 */
public record Idea(
        Pace pace,
        String kind,
        String scene,
        String hues,
        String seller,
        Worth worth,
        @Nullable Duration opensAfter,
        @Nullable Duration endsAfter,
        JsonNode lot) {

    private static final String CURRENCY = "EUR";

    /** What it is known by: no two ideas have the same. */
    public String title() {
        return lot.get("title").stringValue();
    }

    public String format() {
        return lot.get("format").stringValue();
    }

    /**
     * How long it is up.
     *
     * @param round how often it was before
     */
    public Duration lasts(int round, RandomGenerator chance) {
        boolean told = round == 0 || format().equals("dutch");
        return Optional.ofNullable(endsAfter).filter(_ -> told).orElseGet(() -> pace.some(chance));
    }

    /** The body of {@code POST /api/v1/lots}. */
    public byte[] listing(Instant now, Duration lasts, List<String> photos) {
        ObjectNode body = (ObjectNode) lot.deepCopy();
        body.put("currency", CURRENCY);
        if (opensAfter != null) {
            body.put("opensAt", Instants.format(now.plus(opensAfter)));
        }
        body.put("closesAt", Instants.format(now.plus(lasts)));
        if (!photos.isEmpty()) {
            photos.forEach(body.putArray("photos")::add);
        }
        return Json.bytes(body);
    }
}
