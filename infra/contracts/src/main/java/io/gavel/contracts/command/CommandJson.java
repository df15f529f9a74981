package io.gavel.contracts.command;

import static java.util.Objects.requireNonNull;

import io.gavel.contracts.json.FieldProblem;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Instants;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Commands as the command topic carries them (DESIGN §4). */
public final class CommandJson {

    private static final int MAX_WORD = 128;

    private CommandJson() {}

    /** Reads a record; wrong content is a value, never an exception. */
    public static CommandRecord read(byte[] bytes) {
        JsonNode tree;
        try {
            tree = Json.tree(bytes);
        } catch (JacksonException e) {
            return new Unreadable("not JSON: " + e.getOriginalMessage());
        }
        if (!tree.isObject()) {
            return new Unreadable(tree.getNodeType() + " (expected: a JSON object)");
        }
        Fields fields = new Fields(tree);
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
        return read(new CommandId(id), new LotId(lot), by, fields, tree);
    }

    private static Command read(
            CommandId id, LotId lot, AccountId by, Fields fields, JsonNode tree) {
        String type = fields.require("type").text("type", 1, MAX_WORD);
        Optional<Command> command =
                switch (type == null ? "" : type) {
                    case "list-lot" ->
                            ListingForm.read(fields)
                                    .map(listing -> new ListLot(id, lot, by, listing));
                    case "place-bid" -> placeBid(id, lot, by, fields);
                    case "close-due" -> Optional.of(new CloseDue(id, lot, by));
                    default -> Optional.empty();
                };
        return command.orElseGet(() -> {
            String problem =
                    fields.problems().isEmpty()
                            ? "type: " + type + " (expected: list-lot, place-bid or close-due)"
                            : sentence(fields.problems());
            return new InvalidCommand(id, lot, by, tree.toString(), problem);
        });
    }

    private static Optional<Command> placeBid(
            CommandId id, LotId lot, AccountId by, Fields fields) {
        Money amount = fields.require("amount").money("amount", 1);
        boolean confirmLarge = fields.flag("confirmLarge");
        return fields.problems().isEmpty()
                ? Optional.of(new PlaceBid(id, lot, by, requireNonNull(amount), confirmLarge))
                : Optional.empty();
    }

    /**
     * Writes a command as the topic carries it.
     *
     * @param at the sender's clock, informative only
     */
    public static byte[] write(Command command, @Nullable Instant at) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", command.id().toString());
        json.put("type", type(command));
        json.put("lot", command.lot().toString());
        json.put("by", command.by().value());
        if (at != null) {
            json.put("at", Instants.format(at));
        }
        switch (command) {
            case PlaceBid bid -> {
                json.put("amount", bid.amount().minor());
                if (bid.confirmLarge()) {
                    json.put("confirmLarge", true);
                }
            }
            case ListLot list -> putListing(json, list.listing());
            case CloseDue _ -> {}
            case InvalidCommand invalid ->
                    throw new IllegalArgumentException(
                            "an invalid command is never sent: " + invalid.problem());
        }
        return Json.bytes(json);
    }

    private static void putListing(ObjectNode json, Listing listing) {
        json.put("title", listing.title());
        json.put("description", listing.description());
        json.setAll((ObjectNode) Json.MAPPER.<JsonNode>valueToTree(listing.rules()));
        Money reserve = listing.reserve();
        if (reserve != null) {
            json.put("reserve", reserve.minor());
        }
    }

    private static String type(Command command) {
        return switch (command) {
            case ListLot _ -> "list-lot";
            case PlaceBid _ -> "place-bid";
            case CloseDue _ -> "close-due";
            case InvalidCommand _ -> "invalid";
        };
    }

    private static String sentence(List<FieldProblem> problems) {
        return problems.stream().map(FieldProblem::toString).collect(Collectors.joining("; "));
    }
}
