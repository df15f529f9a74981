package io.gavel.bidding.lots;

import com.fasterxml.jackson.annotation.JsonValue;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.store.LotRow;
import io.gavel.contracts.event.EventJson;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.PublicState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * A lot as everybody may see it: what was listed, without the reserve amount, and what is true now.
 *
 * @param json the whole of it, with the fields of the lot's format
 */
record LotView(LotId id, long version, @JsonValue ObjectNode json) {

    /**
     * The view.
     *
     * @param newestEvent its exact bytes
     * @param now what a Dutch price depends on
     */
    static LotView of(LotRow row, byte[] newestEvent, Instant now) {
        Lot.Listed lot = row.lot();
        Listing listing = lot.terms().listing();
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", lot.terms().lot().toString());
        json.put("seller", lot.terms().seller().value());
        json.put("title", listing.title());
        json.put("description", listing.description());
        if (!listing.photos().isEmpty()) {
            json.set("photos", Json.MAPPER.valueToTree(listing.photos()));
        }
        json.setAll((ObjectNode) Json.MAPPER.<JsonNode>valueToTree(listing.rules()));
        json.put("listedAt", Instants.format(row.listedAt()));
        json.put("rulesHash", EventJson.hashOf(listing.rules()).hex());
        json.put("version", row.head().version());
        PublicState state = lot.publicState(now);
        json.setAll((ObjectNode) Json.MAPPER.<JsonNode>valueToTree(state));
        if (lot instanceof Lot.Closed(_, var outcome, var hammer, var winner, _)) {
            json.put("outcome", outcome.word());
            if (hammer != null && winner != null) {
                json.put("hammer", hammer.minor());
                json.put("winner", winner.number());
            }
        }
        String event = new String(newestEvent, StandardCharsets.UTF_8);
        json.putRawValue("event", new RawValue(event));
        return new LotView(lot.terms().lot(), row.head().version(), json);
    }
}
