package io.gavel.demo.catalogue;

import io.gavel.contracts.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** All that the demo's sellers have: {@code lots.json}. */
public final class Catalogue {

    private final List<Idea> ideas;

    private Catalogue(List<Idea> ideas) {
        this.ideas = ideas;
    }

    public static Catalogue read() {
        try (InputStream file = Catalogue.class.getResourceAsStream("lots.json")) {
            byte[] bytes = Objects.requireNonNull(file, "lots.json").readAllBytes();
            return new Catalogue(Json.tree(bytes).values().stream().map(Catalogue::idea).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** In the order in which they come up first. */
    public List<Idea> ideas() {
        return ideas;
    }

    public Optional<Idea> titled(String title) {
        return ideas.stream().filter(idea -> idea.title().equals(title)).findFirst();
    }

    private static Idea idea(JsonNode json) {
        JsonNode worth = json.get("worth");
        return new Idea(
                Pace.valueOf(json.get("pace").stringValue().toUpperCase(Locale.ROOT)),
                json.get("kind").stringValue(),
                json.get("scene").stringValue(),
                json.get("hues").stringValue(),
                json.get("seller").stringValue(),
                new Worth(worth.get(0).longValue(), worth.get(1).longValue()),
                duration(json, "opensAfter"),
                duration(json, "endsAfter"),
                json.get("lot"));
    }

    private static @Nullable Duration duration(JsonNode json, String name) {
        return json.has(name) ? Duration.parse(json.get(name).stringValue()) : null;
    }
}
