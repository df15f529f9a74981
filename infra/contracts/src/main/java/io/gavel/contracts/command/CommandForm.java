package io.gavel.contracts.command;

import io.gavel.contracts.json.Fields;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a command of some type has beside id, lot and sender. */
record CommandForm(CommandId id, LotId lot, AccountId by, Fields fields) {

    private static final int MAX_WORD = 128;
    private static final String TYPES =
            "list-lot, place-bid, lower-max, retract-bid, buy-now, accept-price, pause, resume,"
                    + " extend, hammer, cancel or close-due";

    /** The command, or nothing when {@code fields} has collected a problem. */
    Optional<Command> read() {
        String type = fields.require("type").text("type", 1, MAX_WORD);
        Command command = type == null ? null : read(type);
        return fields.problems().isEmpty() ? Optional.ofNullable(command) : Optional.empty();
    }

    private @Nullable Command read(String type) {
        return switch (type) {
            case "list-lot" ->
                    ListingForm.read(fields)
                            .map(listing -> new ListLot(id, lot, by, listing))
                            .orElse(null);
            case "place-bid" -> placeBid();
            case "lower-max" -> {
                Money amount = amount();
                yield amount == null ? null : new LowerMax(id, lot, by, amount);
            }
            case "retract-bid" -> new RetractBid(id, lot, by, reason());
            case "buy-now" -> new BuyNow(id, lot, by, suspended());
            case "accept-price" -> new AcceptPrice(id, lot, by, suspended());
            case "pause" -> new Pause(id, lot, by, reason(), asOperator());
            case "resume" -> new Resume(id, lot, by, reason(), asOperator());
            case "extend" -> extend();
            case "hammer" -> new Hammer(id, lot, by, reason(), asOperator());
            case "cancel" -> new Cancel(id, lot, by, reason(), asOperator());
            case "close-due" -> new CloseDue(id, lot, by);
            default -> {
                fields.problem("type", type + " (expected: " + TYPES + ")");
                yield null;
            }
        };
    }

    private @Nullable PlaceBid placeBid() {
        Money amount = amount();
        boolean confirmLarge = fields.flag("confirmLarge");
        boolean suspended = suspended();
        return amount == null ? null : new PlaceBid(id, lot, by, amount, confirmLarge, suspended);
    }

    private @Nullable Extend extend() {
        Integer minutes = fields.require("minutes").wholeNumber("minutes", 1, Extend.MAX_MINUTES);
        return minutes == null ? null : new Extend(id, lot, by, minutes, reason(), asOperator());
    }

    private @Nullable Money amount() {
        return fields.require("amount").money("amount", 1);
    }

    private @Nullable String reason() {
        return fields.text("reason", 1, AuctioneerCommand.MAX_REASON);
    }

    private boolean suspended() {
        return fields.flag("suspended");
    }

    private boolean asOperator() {
        return fields.flag("asOperator");
    }

    /** The word for a command's type. */
    static String type(Command command) {
        return switch (command) {
            case ListLot _ -> "list-lot";
            case PlaceBid _ -> "place-bid";
            case LowerMax _ -> "lower-max";
            case RetractBid _ -> "retract-bid";
            case BuyNow _ -> "buy-now";
            case AcceptPrice _ -> "accept-price";
            case Pause _ -> "pause";
            case Resume _ -> "resume";
            case Extend _ -> "extend";
            case Hammer _ -> "hammer";
            case Cancel _ -> "cancel";
            case CloseDue _ -> "close-due";
            case InvalidCommand _ -> "invalid";
        };
    }
}
