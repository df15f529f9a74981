package io.gavel.replay;

import io.gavel.bidding.auction.Outage;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.command.Heartbeat;
import io.gavel.contracts.command.Unreadable;
import io.gavel.contracts.json.Json;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * Reads {@code {"T":"<instant>","command":{…}}} in one pass, without a tree; {@code offset}, {@code
 * partition} and {@code outages} may be given, anything else is ignored.
 */
final class LineForm {

    private final Line line;
    private @Nullable Instant appended;
    private byte @Nullable [] command;
    private long offset;
    private int partition;
    private List<Outage> outages = List.of();

    private LineForm(Line line) {
        this.line = line;
        this.offset = line.number() - 1;
    }

    static ReplayLine read(Line line) {
        return new LineForm(line).read();
    }

    private ReplayLine read() {
        if (!line.whole()) {
            return unreadable("longer than " + Lines.MAX_BYTES + " bytes (expected: at most that)");
        }
        try (JsonParser json = Json.MAPPER.createParser(line.bytes())) {
            scan(json);
        } catch (JacksonException e) {
            return unreadable("not JSON: " + e.getOriginalMessage());
        } catch (WrongField e) {
            return unreadable(e.problem);
        }
        if (appended == null) {
            return unreadable("T: missing (expected: an instant such as 2026-11-22T14:03:07.412Z)");
        }
        if (command == null) {
            return unreadable("command: missing (expected: a JSON object)");
        }
        return switch (CommandJson.read(command)) {
            case Command asked ->
                    new ReplayLine.Asked(
                            line.number(),
                            partition,
                            appended,
                            offset,
                            asked,
                            outages,
                            Content.of(asked),
                            command);
            case Heartbeat _ -> new ReplayLine.Beat(line.number(), partition, appended);
            case Unreadable(var problem) -> unreadable("command: " + problem);
        };
    }

    private ReplayLine unreadable(String problem) {
        return new ReplayLine.Unreadable(line.number(), partition, appended, problem);
    }

    private void scan(JsonParser json) {
        if (json.nextToken() != JsonToken.START_OBJECT) {
            throw new WrongField("not an object (expected: {\"T\":\"<instant>\",\"command\":{…}})");
        }
        for (String name = json.nextName(); name != null; name = json.nextName()) {
            JsonToken value = json.nextToken();
            switch (name) {
                case "T" -> appended = instant(value, json);
                case "command" -> command = command(value, json);
                case "offset" -> offset = wholeNumber(name, value, json, Long.MAX_VALUE);
                case "partition" ->
                        partition = (int) wholeNumber(name, value, json, Integer.MAX_VALUE);
                case "outages" -> outages = outages(value, json);
                default -> json.skipChildren();
            }
        }
        if (json.nextToken() != null) {
            throw new WrongField("more than one object (expected: one a line)");
        }
    }

    private Instant instant(JsonToken value, JsonParser json) {
        if (appended != null) {
            throw new WrongField("T: given twice (expected: once)");
        }
        String text = value == JsonToken.VALUE_STRING ? json.getString() : value.toString();
        try {
            return LogTime.parse(text);
        } catch (DateTimeException e) {
            throw new WrongField(
                    "T: " + text + " (expected: an instant such as 2026-11-22T14:03:07.412Z)");
        }
    }

    private static List<Outage> outages(JsonToken value, JsonParser json) {
        try {
            return Outages.read(value, json);
        } catch (IllegalArgumentException e) {
            throw new WrongField("outages: " + e.getMessage());
        }
    }

    private byte[] command(JsonToken value, JsonParser json) {
        if (command != null) {
            throw new WrongField("command: given twice (expected: once)");
        }
        if (value != JsonToken.START_OBJECT) {
            throw new WrongField("command: " + value + " (expected: a JSON object)");
        }
        int start = (int) json.currentTokenLocation().getByteOffset();
        json.skipChildren();
        int end = (int) json.currentLocation().getByteOffset();
        return Arrays.copyOfRange(line.bytes(), start, end);
    }

    private static long wholeNumber(String name, JsonToken value, JsonParser json, long most) {
        if (value != JsonToken.VALUE_NUMBER_INT || !fits(json, most)) {
            throw new WrongField(
                    name
                            + ": "
                            + json.getString()
                            + " (expected: a whole number, 0 to "
                            + most
                            + ")");
        }
        return json.getLongValue();
    }

    private static boolean fits(JsonParser json, long most) {
        JsonParser.NumberType type = json.getNumberType();
        return type != JsonParser.NumberType.BIG_INTEGER
                && json.getLongValue() >= 0
                && json.getLongValue() <= most;
    }

    /** Ends the reading of one line; never leaves this class. */
    private static final class WrongField extends RuntimeException {

        private final String problem;

        WrongField(String problem) {
            super(problem, null, false, false);
            this.problem = problem;
        }
    }
}
