package io.gavel.gateway.rostrum;

import static java.util.Objects.requireNonNull;

import io.gavel.contracts.command.AuctioneerCommand;
import io.gavel.contracts.command.Cancel;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.Extend;
import io.gavel.contracts.command.Hammer;
import io.gavel.contracts.command.Pause;
import io.gavel.contracts.command.Resume;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.command.IdField;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the auctioneer asks of a lot; over HTTP he always says why, since it is public. */
record RostrumForm(Fields fields, LotId lot, Person person, @Nullable String idempotencyKey) {

    /**
     * The command, or nothing when {@code fields} has collected a problem.
     *
     * @param act the last part of the path
     */
    Optional<AuctioneerCommand> read(String act) {
        CommandId id = IdField.orNew(fields, idempotencyKey);
        String reason = fields.require("reason").text("reason", 1, AuctioneerCommand.MAX_REASON);
        Integer minutes =
                act.equals("extend")
                        ? fields.require("minutes").wholeNumber("minutes", 1, Extend.MAX_MINUTES)
                        : null;
        return fields.problems().isEmpty()
                ? Optional.of(command(act, id, reason, minutes))
                : Optional.empty();
    }

    private AuctioneerCommand command(
            String act, CommandId id, @Nullable String reason, @Nullable Integer minutes) {
        AccountId by = person.account();
        boolean asOperator = person.isOperator();
        return switch (act) {
            case "pause" -> new Pause(id, lot, by, reason, asOperator);
            case "resume" -> new Resume(id, lot, by, reason, asOperator);
            case "extend" -> new Extend(id, lot, by, requireNonNull(minutes), reason, asOperator);
            case "hammer" -> new Hammer(id, lot, by, reason, asOperator);
            case "cancel" -> new Cancel(id, lot, by, reason, asOperator);
            default -> throw new IllegalArgumentException("no such call: " + act);
        };
    }
}
