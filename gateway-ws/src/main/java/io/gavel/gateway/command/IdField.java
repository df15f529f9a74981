package io.gavel.gateway.command;

import static java.util.Objects.requireNonNullElse;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.lot.CanonicalUuid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads the id of a command that comes over HTTP: the field, or the header in its place. */
public final class IdField {

    private static final UUID NONE = new UUID(0, 0);

    private IdField() {}

    /**
     * The client's id; it counts only if {@code fields} has collected no problem.
     *
     * @param header the {@code Idempotency-Key}, if there is one
     */
    public static CommandId required(Fields fields, @Nullable String header) {
        if (header == null) {
            fields.require("id");
        }
        return new CommandId(requireNonNullElse(given(fields, header), NONE));
    }

    /** The client's id if there is one, else a new one: sent again, it is another command. */
    public static CommandId orNew(Fields fields, @Nullable String header) {
        UUID given = given(fields, header);
        return new CommandId(given == null ? UUID.randomUUID() : given);
    }

    private static @Nullable UUID given(Fields fields, @Nullable String header) {
        UUID inBody = fields.uuid("id");
        if (header == null) {
            return inBody;
        }
        try {
            UUID inHeader = CanonicalUuid.parse(header);
            if (inBody != null && !inBody.equals(inHeader)) {
                fields.problem("id", inBody + " (expected: the same as Idempotency-Key)");
            }
            return inHeader;
        } catch (IllegalArgumentException e) {
            fields.problem("Idempotency-Key", "not a UUID (expected: 8-4-4-4-12 hex digits)");
            return null;
        }
    }
}
