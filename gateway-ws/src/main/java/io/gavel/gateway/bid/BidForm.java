package io.gavel.gateway.bid;

import static java.util.Objects.requireNonNull;

import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.CanonicalUuid;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads a bid that comes over HTTP. */
final class BidForm {

    private BidForm() {}

    /**
     * The bid, or nothing when {@code fields} has collected a problem.
     *
     * @param idempotencyKey the header, which may take the place of {@code id}
     */
    static Optional<PlaceBid> read(
            Fields fields, LotId lot, AccountId by, @Nullable String idempotencyKey) {
        UUID id = id(fields, idempotencyKey);
        Money amount = fields.require("amount").money("amount", 1);
        boolean confirmLarge = fields.flag("confirmLarge");
        return fields.problems().isEmpty()
                ? Optional.of(
                        new PlaceBid(
                                new CommandId(requireNonNull(id)),
                                lot,
                                by,
                                requireNonNull(amount),
                                confirmLarge,
                                false))
                : Optional.empty();
    }

    private static @Nullable UUID id(Fields fields, @Nullable String idempotencyKey) {
        if (idempotencyKey == null) {
            return fields.require("id").uuid("id");
        }
        UUID inBody = fields.uuid("id");
        try {
            UUID inHeader = CanonicalUuid.parse(idempotencyKey);
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
