package io.gavel.contracts.frame;

import static java.util.Objects.requireNonNull;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.json.Texts;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;

/**
 * Reads client frames; wrong content is a value ({@link ClientFrame.Refused}), never an exception.
 */
public final class ClientFrameJson {

    private static final int MAX_WORD = 64;
    private static final int MAX_TOKEN = 8_000;

    private ClientFrameJson() {}

    public static ClientFrame read(byte[] bytes) {
        JsonNode tree;
        try {
            tree = Json.tree(bytes);
        } catch (JacksonException e) {
            return new ClientFrame.Refused(
                    ErrorCode.MALFORMED, "not JSON: " + e.getOriginalMessage(), null);
        }
        if (!tree.isObject()) {
            return new ClientFrame.Refused(
                    ErrorCode.MALFORMED, tree.getNodeType() + " (expected: a JSON object)", null);
        }
        Fields fields = new Fields(tree);
        String type = fields.require("type").text("type", 1, MAX_WORD);
        ClientFrame frame = read(type, fields, tree);
        return fields.problems().isEmpty() && frame != null
                ? frame
                : refused(type, frame, fields, tree);
    }

    private static @Nullable ClientFrame read(@Nullable String type, Fields fields, JsonNode tree) {
        return switch (type == null ? "" : type) {
            case "auth" -> {
                String token = fields.require("token").text("token", 1, MAX_TOKEN);
                yield new ClientFrame.Auth(token == null ? "" : token);
            }
            case "watch" -> watch(fields);
            case "unwatch" -> {
                UUID lot = fields.require("lot").uuid("lot");
                yield lot == null ? null : new ClientFrame.Unwatch(new LotId(lot));
            }
            case "bid" -> bid(fields);
            case "ping" -> new ClientFrame.Ping(t(fields, tree));
            default -> null;
        };
    }

    private static @Nullable ClientFrame watch(Fields fields) {
        UUID lot = fields.require("lot").uuid("lot");
        Feed feed = fields.require("feed").read("feed", "log or state", ClientFrameJson::feed);
        Long after =
                fields.read(
                        "after",
                        "a version, 0 or more",
                        node ->
                                node.isIntegralNumber()
                                                && node.canConvertToLong()
                                                && node.longValue() >= 0
                                        ? node.longValue()
                                        : null);
        return lot == null || feed == null
                ? null
                : new ClientFrame.Watch(new LotId(lot), feed, after);
    }

    private static @Nullable ClientFrame bid(Fields fields) {
        UUID id = fields.require("id").uuid("id");
        UUID lot = fields.require("lot").uuid("lot");
        Money amount = fields.require("amount").money("amount", 1);
        boolean confirmLarge = fields.flag("confirmLarge");
        Boolean insist = fields.yesOrNo("insist");
        return id == null || lot == null || amount == null
                ? null
                : new ClientFrame.Bid(
                        new CommandId(id), new LotId(lot), amount, confirmLarge, insist);
    }

    private static JsonNode t(Fields fields, JsonNode tree) {
        JsonNode t = fields.read("t", "a number", node -> isFinite(node) ? node : null);
        return t == null ? NullNode.getInstance() : requireNonNull(tree.get("t"));
    }

    /** A number such as 1e400 is read as infinity, which JSON cannot spell. */
    private static boolean isFinite(JsonNode node) {
        return node.isIntegralNumber() || (node.isNumber() && Double.isFinite(node.doubleValue()));
    }

    private static @Nullable Feed feed(JsonNode node) {
        return switch (node.isString() ? node.stringValue() : "") {
            case "log" -> Feed.LOG;
            case "state" -> Feed.STATE;
            default -> null;
        };
    }

    private static ClientFrame refused(
            @Nullable String type, @Nullable ClientFrame frame, Fields fields, JsonNode tree) {
        JsonNode id = tree.get("id");
        String shownId =
                id != null
                                && id.isString()
                                && id.stringValue().length() <= MAX_WORD
                                && Texts.isStorable(id.stringValue())
                        ? id.stringValue()
                        : null;
        if (fields.problems().isEmpty() && frame == null) {
            return new ClientFrame.Refused(
                    ErrorCode.UNKNOWN_TYPE,
                    "type: " + type + " (expected: auth, watch, unwatch, bid or ping)",
                    shownId);
        }
        String message =
                fields.problems().stream().map(Object::toString).collect(Collectors.joining("; "));
        return new ClientFrame.Refused(ErrorCode.INVALID, message, shownId);
    }
}
