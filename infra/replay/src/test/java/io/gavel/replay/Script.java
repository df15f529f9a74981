package io.gavel.replay;

import io.gavel.contracts.json.Json;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** Writes a replay file: a lot from 10.00 in steps of 1.00, open for an hour, and what follows. */
final class Script {

    static final Instant START = Instant.parse("2026-11-22T12:00:00Z");
    static final String LOT = "0197b1c2-3d4e-7f50-8a61-72839405a6b7";

    private final List<String> lines = new ArrayList<>();
    private String lot = LOT;
    private Instant now = START;
    private int commands;

    static Script aLot(String... rules) {
        return new Script().list(rules);
    }

    /** Goes on with another lot. */
    Script lot(String id) {
        lot = id;
        return this;
    }

    Script at(Instant time) {
        now = time;
        return this;
    }

    /** Lists the lot; each rule is a JSON member such as {@code "reserve":5000}. */
    Script list(String... rules) {
        ObjectNode listing =
                (ObjectNode)
                        Json.tree(
                                """
                                {"title":"A clock","currency":"EUR","startingPrice":1000,
                                 "increments":[[0,100]],"closesAt":"2026-11-22T13:00:00Z"}
                                """
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        for (String rule : rules) {
            listing.setAll((ObjectNode) Json.tree(("{" + rule + "}").getBytes()));
        }
        return command("bob", "list-lot", listing);
    }

    Script bid(String bidder, long amount) {
        return command(bidder, "place-bid", Json.MAPPER.valueToTree(Map.of("amount", amount)));
    }

    Script closeDue() {
        return command("settlement", "close-due", Json.MAPPER.createObjectNode());
    }

    Script command(String by, String type, ObjectNode fields) {
        ObjectNode command = Json.MAPPER.createObjectNode();
        command.put("id", new UUID(7, commands++).toString());
        command.put("type", type);
        command.put("lot", lot);
        command.put("by", by);
        command.setAll(fields);
        return raw("{\"T\":\"" + now + "\",\"command\":" + command + "}");
    }

    Script raw(String line) {
        lines.add(line);
        return this;
    }

    /** The last line once more. */
    Script again() {
        return raw(lines.getLast());
    }

    String line(int index) {
        return lines.get(index);
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }
}
