package io.gavel.replay;

import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.InvalidCommand;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is different in the other run.
 *
 * @param rules listing fields that replace those of every listing; a null takes one away
 * @param without accounts whose commands are left out
 */
record Twist(ObjectNode rules, Set<AccountId> without) {

    private static final List<String> FIELDS =
            List.of(
                    "title",
                    "description",
                    "photos",
                    "format",
                    "currency",
                    "startingPrice",
                    "increments",
                    "opensAt",
                    "closesAt",
                    "softClose",
                    "largeBidFactor",
                    "ownRaise",
                    "estimate",
                    "buyNow",
                    "absenteeBids",
                    "retraction",
                    "step",
                    "tick",
                    "floor",
                    "reserve",
                    "linkedAccounts");

    /**
     * Reads the file of other rules, if there is one.
     *
     * @throws BadUsage if it holds anything but fields of a listing
     */
    static Twist of(@Nullable String rulesFile, Set<AccountId> without) {
        ObjectNode rules = rulesFile == null ? Json.MAPPER.createObjectNode() : rules(rulesFile);
        return new Twist(rules, without);
    }

    /**
     * The command as it is given in the other run; empty when it is left out.
     *
     * @throws BadUsage if the listing is wrong with the other rules
     */
    Optional<ReplayLine.Asked> apply(ReplayLine.Asked asked) {
        if (without.contains(asked.command().by())) {
            return Optional.empty();
        }
        return Optional.of(
                asked.command() instanceof ListLot && !rules.isEmpty() ? relisted(asked) : asked);
    }

    private ReplayLine.Asked relisted(ReplayLine.Asked asked) {
        ObjectNode listing = (ObjectNode) Json.tree(asked.json());
        listing.setAll(rules);
        if (!(CommandJson.read(listing) instanceof Command command)) {
            throw new IllegalStateException("other rules made the command unreadable");
        }
        if (command instanceof InvalidCommand(_, var lot, _, _, var problem)) {
            throw new BadUsage("lot " + lot + " with the other rules: " + problem);
        }
        return new ReplayLine.Asked(
                asked.number(),
                asked.partition(),
                asked.appended(),
                asked.offset(),
                command,
                asked.outages(),
                Content.of(command),
                Json.bytes(listing));
    }

    private static ObjectNode rules(String file) {
        JsonNode tree;
        try (InputStream in = Input.open(file)) {
            tree = Json.tree(in.readNBytes(Lines.MAX_BYTES));
        } catch (JacksonException e) {
            throw new BadUsage(file + ": not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            throw new BadUsage(file + ": cannot be read: " + e.getMessage());
        }
        if (!(tree instanceof ObjectNode rules)) {
            throw new BadUsage(file + ": " + tree.getNodeType() + " (expected: a JSON object)");
        }
        List<String> unknown = new ArrayList<>(rules.propertyNames());
        unknown.removeAll(FIELDS);
        if (!unknown.isEmpty()) {
            throw new BadUsage(
                    file
                            + ": "
                            + String.join(", ", unknown)
                            + ": no field of a listing (expected: any of "
                            + String.join(", ", FIELDS)
                            + ")");
        }
        return rules;
    }
}
