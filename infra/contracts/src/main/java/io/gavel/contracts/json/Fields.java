package io.gavel.contracts.json;

import io.gavel.contracts.lot.CanonicalUuid;
import io.gavel.contracts.lot.Money;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads the fields of one JSON object and collects everything that is wrong with them. A reader
 * returns null for a field that is absent, null or wrong; only the last two kinds of "required" and
 * "wrong" add a problem.
 */
public final class Fields {

    private final JsonNode object;
    private final String prefix;
    private final List<FieldProblem> problems;

    public Fields(JsonNode object) {
        this(object, "", new ArrayList<>());
    }

    private Fields(JsonNode object, String prefix, List<FieldProblem> problems) {
        this.object = object;
        this.prefix = prefix;
        this.problems = problems;
    }

    /** Everything found wrong so far, in the order of reading. */
    public List<FieldProblem> problems() {
        return List.copyOf(problems);
    }

    public boolean has(String name) {
        return object.hasNonNull(name);
    }

    /** True where the field is given, though it may be null. */
    public boolean mentions(String name) {
        return object.has(name);
    }

    /** True where the field is given as {@code false}. */
    public boolean isFalse(String name) {
        JsonNode node = object.get(name);
        return node != null && node.isBoolean() && !node.booleanValue();
    }

    /** True where the field is given as a number. */
    public boolean isNumber(String name) {
        JsonNode node = object.get(name);
        return node != null && node.isNumber();
    }

    public void problem(String name, String message) {
        problems.add(new FieldProblem(prefix + name, message));
    }

    /** Adds a problem if the field is absent or null. */
    public Fields require(String name) {
        if (!has(name)) {
            problem(name, "missing (expected: a value)");
        }
        return this;
    }

    public @Nullable String text(String name, int minLength, int maxLength) {
        return read(
                name,
                minLength + " to " + maxLength + " characters",
                node -> {
                    String text = node.isString() ? node.stringValue().strip() : "";
                    boolean fits = text.length() >= minLength && text.length() <= maxLength;
                    return node.isString() && fits && Texts.isStorable(text) ? text : null;
                });
    }

    public @Nullable UUID uuid(String name) {
        return read(
                name,
                "a UUID: 8-4-4-4-12 hex digits",
                node -> node.isString() ? CanonicalUuid.parse(node.stringValue()) : null);
    }

    /** A whole number of minor units of at least {@code least}. */
    public @Nullable Money money(String name, long least) {
        return read(
                name,
                "a whole number of minor units, " + least + " to " + Money.MAX_MINOR,
                node -> {
                    boolean whole = node.isIntegralNumber() && node.canConvertToLong();
                    return whole && node.longValue() >= least ? new Money(node.longValue()) : null;
                });
    }

    public @Nullable Integer wholeNumber(String name, int least, int most) {
        return read(
                name,
                "a whole number, " + least + " to " + most,
                node -> {
                    boolean whole = node.isIntegralNumber() && node.canConvertToInt();
                    return whole && node.intValue() >= least && node.intValue() <= most
                            ? node.intValue()
                            : null;
                });
    }

    /** True or false; false where absent. */
    public boolean flag(String name) {
        return Boolean.TRUE.equals(yesOrNo(name));
    }

    public @Nullable Boolean yesOrNo(String name) {
        return read(name, "true or false", node -> node.isBoolean() ? node.booleanValue() : null);
    }

    /** An instant, cut to milliseconds. */
    public @Nullable Instant instant(String name) {
        return read(
                name,
                "an ISO 8601 instant such as 2026-11-22T14:03:07.412Z, in the years 2000 to 9999",
                node ->
                        node.isString()
                                ? inFourDigitYears(OffsetDateTime.parse(node.stringValue()))
                                : null);
    }

    public @Nullable Duration duration(String name) {
        return read(
                name,
                "an ISO 8601 duration such as PT2M",
                node -> node.isString() ? Duration.parse(node.stringValue()) : null);
    }

    /** The fields of an object inside this one; its problems are added to these. */
    public @Nullable Fields object(String name) {
        return read(
                name,
                "an object",
                node -> node.isObject() ? new Fields(node, prefix + name + ".", problems) : null);
    }

    /**
     * Any other kind of value; the reader returns null or throws IllegalArgumentException if it is
     * wrong.
     */
    public <T> @Nullable T read(
            String name, String expected, Function<JsonNode, @Nullable T> reader) {
        JsonNode node = object.get(name);
        if (node == null || node.isNull()) {
            return null;
        }
        try {
            T value = reader.apply(node);
            if (value != null) {
                return value;
            }
            problem(name, Texts.shown(node) + " (expected: " + expected + ")");
        } catch (DateTimeException e) {
            problem(name, Texts.shown(node) + " (expected: " + expected + ")");
        } catch (IllegalArgumentException | ArithmeticException e) {
            String why = e.getMessage();
            problem(
                    name,
                    why != null && why.contains("expected")
                            ? why
                            : Texts.shown(node) + " (expected: " + expected + ")");
        }
        return null;
    }

    private static @Nullable Instant inFourDigitYears(OffsetDateTime time) {
        boolean inRange = time.getYear() >= 2000 && time.getYear() <= 9998;
        return inRange ? time.toInstant().truncatedTo(ChronoUnit.MILLIS) : null;
    }
}
