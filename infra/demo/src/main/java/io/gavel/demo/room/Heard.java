package io.gavel.demo.room;

import tools.jackson.databind.JsonNode;

/** What one of the bidders heard. */
sealed interface Heard {

    Guest guest();

    /** A frame, or a decision that came over HTTP. */
    record Frame(Guest guest, JsonNode json) implements Heard {}

    /** What he had bid before: items of {@code GET /api/v1/me/bids}. */
    record Before(Guest guest, JsonNode items) implements Heard {}

    /** His connection is over. */
    record Ended(Guest guest, String why) implements Heard {}
}
