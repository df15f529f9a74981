package io.gavel.gateway.bid;

import static java.util.Objects.requireNonNull;

import io.gavel.contracts.command.AcceptPrice;
import io.gavel.contracts.command.AuctioneerCommand;
import io.gavel.contracts.command.BuyNow;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.LowerMax;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.RetractBid;
import io.gavel.contracts.json.Fields;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.gateway.auth.Person;
import io.gavel.gateway.command.IdField;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a bidder asks of a lot over HTTP.
 *
 * @param idempotencyKey the header, which may take the place of {@code id}
 */
record BidderForm(Fields fields, LotId lot, Person bidder, @Nullable String idempotencyKey) {

    /**
     * The command, or nothing when {@code fields} has collected a problem.
     *
     * @param what the last part of the path
     */
    Optional<Command> read(String what) {
        CommandId id = IdField.required(fields, idempotencyKey);
        AccountId by = bidder.account();
        return switch (what) {
            case "bids" -> {
                Money amount = amount();
                boolean confirmLarge = fields.flag("confirmLarge");
                yield ifRight(() ->
                        new PlaceBid(
                                id,
                                lot,
                                by,
                                requireNonNull(amount),
                                confirmLarge,
                                bidder.suspended()));
            }
            case "buy-now" -> ifRight(() -> new BuyNow(id, lot, by, bidder.suspended()));
            case "accept-price" -> ifRight(() -> new AcceptPrice(id, lot, by, bidder.suspended()));
            case "lower-max" -> {
                Money amount = amount();
                yield ifRight(() -> new LowerMax(id, lot, by, requireNonNull(amount)));
            }
            case "retract-bid" -> {
                String reason =
                        fields.require("reason").text("reason", 1, AuctioneerCommand.MAX_REASON);
                yield ifRight(() -> new RetractBid(id, lot, by, reason));
            }
            default -> throw new IllegalArgumentException("no such call: " + what);
        };
    }

    private @Nullable Money amount() {
        return fields.require("amount").money("amount", 1);
    }

    private Optional<Command> ifRight(Supplier<Command> command) {
        return fields.problems().isEmpty() ? Optional.of(command.get()) : Optional.empty();
    }
}
