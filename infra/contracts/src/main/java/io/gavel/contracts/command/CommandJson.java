package io.gavel.contracts.command;

import io.gavel.contracts.json.FieldProblem;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.json.JsonLine;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands as the command topic carries them (DESIGN §4). */
public final class CommandJson {

    private CommandJson() {}

    /** Reads a record; wrong content is a value, never an exception. */
    public static CommandRecord read(byte[] bytes) {
        PlaceBid bid = PlainBid.read(bytes);
        return bid != null ? bid : readAny(bytes);
    }

    /** Reads a record of any form. */
    static CommandRecord readAny(byte[] bytes) {
        try {
            return read(Json.tree(bytes));
        } catch (JacksonException e) {
            return new Unreadable("not JSON: " + e.getOriginalMessage());
        }
    }

    /** Reads a command that stands inside other JSON. */
    public static CommandRecord read(JsonNode tree) {
        if (!tree.isObject()) {
            return new Unreadable(tree.getNodeType() + " (expected: a JSON object)");
        }
        Fields fields = new Fields(tree);
        if (isHeartbeat(tree)) {
            return heartbeat(fields);
        }
        UUID id = fields.require("id").uuid("id");
        UUID lot = fields.require("lot").uuid("lot");
        AccountId by =
                fields.require("by")
                        .read(
                                "by",
                                "an account",
                                node -> node.isString() ? new AccountId(node.stringValue()) : null);
        if (id == null || lot == null || by == null) {
            return new Unreadable(sentence(fields.problems()));
        }
        return new CommandForm(new CommandId(id), new LotId(lot), by, fields)
                .read()
                .orElseGet(() ->
                        new InvalidCommand(
                                new CommandId(id),
                                new LotId(lot),
                                by,
                                tree.toString(),
                                sentence(fields.problems())));
    }

    /** About no lot and under no id: such a command could be answered, a heartbeat is not. */
    private static boolean isHeartbeat(JsonNode tree) {
        return tree.path("type").asString("").equals(Heartbeat.TYPE)
                && !tree.has("id")
                && !tree.has("lot");
    }

    private static CommandRecord heartbeat(Fields fields) {
        String by = fields.require("by").text("by", 1, Heartbeat.MAX_BY);
        return by == null ? new Unreadable(sentence(fields.problems())) : new Heartbeat(by);
    }

    /** Writes a heartbeat as the topic carries it. */
    public static byte[] write(Heartbeat heartbeat) {
        return new JsonLine()
                .ascii("{\"type\":")
                .word(Heartbeat.TYPE)
                .ascii(",\"by\":")
                .text(heartbeat.by())
                .ascii("}")
                .bytes();
    }

    /** The word in {@code type}; {@code invalid} where it had none that is known. */
    public static String typeOf(Command command) {
        return CommandForm.type(command);
    }

    /**
     * Writes a command as the topic carries it.
     *
     * @param at the sender's clock, informative only
     */
    public static byte[] write(Command command, @Nullable Instant at) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", command.id().toString());
        json.put("type", CommandForm.type(command));
        json.put("lot", command.lot().toString());
        json.put("by", command.by().value());
        if (at != null) {
            json.put("at", Instants.format(at));
        }
        switch (command) {
            case PlaceBid bid -> {
                json.put("amount", bid.amount().minor());
                putIf(json, "confirmLarge", bid.confirmLarge());
                putIf(json, "suspended", bid.suspended());
            }
            case LowerMax lower -> json.put("amount", lower.amount().minor());
            case RetractBid retract -> putReason(json, retract.reason());
            case BuyNow buy -> putIf(json, "suspended", buy.suspended());
            case AcceptPrice accept -> putIf(json, "suspended", accept.suspended());
            case AuctioneerCommand act -> {
                if (act instanceof Extend extend) {
                    json.put("minutes", extend.minutes());
                }
                putReason(json, act.reason());
                putIf(json, "asOperator", act.asOperator());
            }
            case ListLot list -> putListing(json, list.listing());
            case CloseDue _ -> {}
            case InvalidCommand invalid ->
                    throw new IllegalArgumentException(
                            "an invalid command is never sent: " + invalid.problem());
        }
        return Json.bytes(json);
    }

    private static void putIf(ObjectNode json, String name, boolean flag) {
        if (flag) {
            json.put(name, true);
        }
    }

    private static void putReason(ObjectNode json, @Nullable String reason) {
        if (reason != null) {
            json.put("reason", reason);
        }
    }

    private static void putListing(ObjectNode json, Listing listing) {
        json.put("title", listing.title());
        json.put("description", listing.description());
        if (!listing.photos().isEmpty()) {
            json.set("photos", Json.MAPPER.valueToTree(listing.photos()));
        }
        json.setAll((ObjectNode) Json.MAPPER.<JsonNode>valueToTree(listing.rules()));
        Money reserve = listing.reserve();
        if (reserve != null) {
            json.put("reserve", reserve.minor());
        }
        if (!listing.linkedAccounts().isEmpty()) {
            json.set("linkedAccounts", Json.MAPPER.valueToTree(listing.linkedAccounts()));
        }
    }

    private static String sentence(List<FieldProblem> problems) {
        return problems.stream().map(FieldProblem::toString).collect(Collectors.joining("; "));
    }
}
