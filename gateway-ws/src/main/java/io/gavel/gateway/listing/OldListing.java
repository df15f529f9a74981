package io.gavel.gateway.listing;

import io.gavel.contracts.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a lot that comes up again takes over from how it was listed: all that is public of it. When
 * it opens and ends, its reserve and who is linked to its seller are to be given anew.
 */
final class OldListing {

    private static final List<String> TAKEN_OVER =
            List.of(
                    "title",
                    "description",
                    "photos",
                    "format",
                    "currency",
                    "startingPrice",
                    "increments",
                    "softClose",
                    "largeBidFactor",
                    "ownRaise",
                    "estimate",
                    "buyNow",
                    "absenteeBids",
                    "retraction",
                    "step",
                    "tick",
                    "floor");

    private OldListing() {}

    /**
     * The new listing, for the form that reads listings.
     *
     * @param lot as everybody may see it
     * @param given takes the place of what it was; null takes away what may be absent
     */
    static JsonNode with(JsonNode lot, JsonNode given) {
        ObjectNode listing = Json.MAPPER.createObjectNode();
        TAKEN_OVER.stream()
                .filter(lot::has)
                .forEach(field -> listing.set(field, lot.required(field)));
        given.properties().forEach(field -> listing.set(field.getKey(), field.getValue()));
        return listing;
    }
}
