package io.gavel.replay;

import io.gavel.bidding.auction.Outage;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.Moment;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionJson;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One lot and who has bid on it. Remembers each command's first decision, half a kilobyte each: a
 * command id is decided once for the whole life of its lot (DESIGN, invariant 4).
 */
final class Room {

    private record First(Content content, Said said) {}

    private final Map<AccountId, Paddle> paddles = new HashMap<>();
    private final Map<CommandId, First> decided = new HashMap<>();
    private LotEntry entry;
    private Instant now = Instant.MIN;

    Room(LotId lot) {
        this.entry = LotEntry.unlisted(lot);
    }

    Said decide(ReplayLine.Asked asked, Moment moment) {
        now = moment.at();
        Command command = asked.command();
        First first = decided.get(command.id());
        if (first == null) {
            Said said = rule(command, asked.outages(), moment);
            decided.put(command.id(), new First(asked.content(), said.decisionOnly()));
            return said;
        }
        return first.content.equals(asked.content())
                ? first.said
                : said(Ruling.conflict(entry, command, moment));
    }

    private Said rule(Command command, List<Outage> outages, Moment moment) {
        Optional<Paddle> paddle = Optional.ofNullable(paddles.get(command.by()));
        Ruling ruling = Ruling.on(entry, command, paddle, outages, moment);
        entry = ruling.after();
        ruling.hands().forEach(hand -> paddles.put(hand.account(), hand.paddle()));
        return said(ruling);
    }

    private static Said said(Ruling ruling) {
        Decision decision = ruling.decision();
        return new Said(
                decision.outcome(),
                decision.reason(),
                DecisionJson.write(decision),
                ruling.events());
    }

    LotEntry entry() {
        return entry;
    }

    /** The time of the newest command. */
    Instant now() {
        return now;
    }

    /** Who bids under a paddle. */
    @Nullable AccountId account(@Nullable Paddle paddle) {
        return paddles.entrySet().stream()
                .filter(each -> each.getValue().equals(paddle))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }
}
