package io.gavel.demo.room;

import io.gavel.demo.bidder.Mind;
import java.time.Instant;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import tools.jackson.databind.JsonNode;

/** What a frame means to the one who got it. */
record Reading(Board board, Instant now, RandomGenerator chance, Consumer<String> diary) {

    /** After these there is something to think about; after other refusals there is not. */
    private static final Set<String> TRY_AGAIN = Set.of("too-low", "not-open", "paused", "busy");

    void take(Guest guest, JsonNode frame) {
        switch (frame.path("type").stringValue("")) {
            case "authenticated" -> guest.signedIn(now);
            case "snapshot" -> event(guest, frame.path("event"));
            case "state" -> event(guest, frame.path("event"));
            case "decision" -> decision(guest, frame);
            case "outbid" -> think(guest, frame.path("lot").stringValue(""));
            case "error" -> error(guest, frame);
            default -> {}
        }
    }

    /** Whatever happens to a lot gives those who want it something to think about. */
    private void event(Guest guest, JsonNode event) {
        board.put(event);
        think(guest, event.path("lot").stringValue(""));
    }

    private void think(Guest guest, String lot) {
        Room.interest(guest, lot)
                .ifPresent(interest ->
                        board.lot(lot)
                                .ifPresent(view ->
                                        interest.wakeBy(
                                                now.plus(
                                                        Mind.think(
                                                                view.seenWith(0, 0),
                                                                now,
                                                                chance)))));
    }

    private void decision(Guest guest, JsonNode decision) {
        String lot = decision.path("lot").stringValue("");
        Room.interest(guest, lot)
                .ifPresent(interest -> {
                    if (decision.path("id").stringValue("").equals(interest.asked)) {
                        interest.asked = null;
                    }
                    interest.paddle = decision.path("paddle").longValue(interest.paddle);
                    interest.max = Math.max(interest.max, decision.path("max").longValue(0));
                    String reason = decision.path("reason").stringValue("");
                    if (!reason.isEmpty() && !TRY_AGAIN.contains(reason)) {
                        interest.left = true;
                    }
                });
    }

    /** Nothing was bid: he tries again as if he had not. */
    private void error(Guest guest, JsonNode error) {
        diary.accept(guest.person().account() + " was told " + error);
        String id = error.path("id").stringValue("");
        guest.interests()
                .values()
                .forEach(each ->
                        each.filter(interest -> id.equals(interest.asked))
                                .ifPresent(interest -> interest.asked = null));
    }
}
