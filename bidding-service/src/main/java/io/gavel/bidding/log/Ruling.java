package io.gavel.bidding.log;

import io.gavel.bidding.auction.Answer;
import io.gavel.bidding.auction.Auctioneer;
import io.gavel.bidding.auction.Evolution;
import io.gavel.bidding.auction.Fact;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.auction.Standing;
import io.gavel.bidding.auction.Verdict;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.event.EventJson;
import io.gavel.contracts.event.PublicEvent;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Paddle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A decided command with everything that is kept and published of it. A function of what the log
 * holds, so that deciding the same log again gives the same bytes.
 *
 * @param outbid the account that led before and does no more; null if there is none
 * @param bidder the sender as a bidder on this lot, if his bid was accepted; else null
 */
public record Ruling(
        LotEntry after,
        List<SealedEvent> events,
        Decision decision,
        @Nullable AccountId outbid,
        @Nullable BidderOnLot bidder) {

    /**
     * Decides a command and seals its events onto the lot's log.
     *
     * @param paddle under which the sender has bid on this lot before
     */
    public static Ruling on(
            LotEntry before, Command command, Optional<Paddle> paddle, Moment moment) {
        Verdict verdict = Auctioneer.decide(before.lot(), command, paddle, moment.at());
        List<SealedEvent> events = new ArrayList<>(verdict.facts().size());
        LotEntry entry = before;
        for (Fact fact : verdict.facts()) {
            entry = append(entry, fact, moment, events);
        }
        Decision decision = DecisionView.of(command, verdict.answer(), paddle, entry, moment);
        return new Ruling(
                entry,
                events,
                decision,
                dethroned(before.lot(), entry.lot()),
                bidder(command.by(), verdict.answer()));
    }

    /** The answer to a command whose id was used before with another content; changes nothing. */
    public static Ruling conflict(LotEntry now, Command command, Moment moment) {
        return new Ruling(now, List.of(), DecisionView.conflict(command, now, moment), null, null);
    }

    private static LotEntry append(
            LotEntry entry, Fact fact, Moment moment, List<SealedEvent> events) {
        Lot after = Evolution.evolve(entry.id(), entry.lot(), fact);
        return PublicView.of(fact)
                .map(what -> {
                    long version = entry.head().version() + 1;
                    PublicEvent event =
                            new PublicEvent(
                                    entry.id(),
                                    version,
                                    moment.at(),
                                    moment.offset(),
                                    what,
                                    ((Lot.Listed) after).publicState(),
                                    entry.head().hash());
                    byte[] bytes = EventJson.write(event);
                    events.add(new SealedEvent(version, what.type(), bytes));
                    return new LotEntry(entry.id(), after, new LogHead(version, Sha256.of(bytes)));
                })
                .orElseGet(() -> new LotEntry(entry.id(), after, entry.head()));
    }

    private static @Nullable AccountId dethroned(Lot before, Lot after) {
        AccountId ledBefore = leader(before);
        return ledBefore == null || ledBefore.equals(leader(after)) ? null : ledBefore;
    }

    private static @Nullable AccountId leader(Lot lot) {
        return switch (lot) {
            case Lot.Open(var bidding) when bidding.standing() instanceof Standing.Led led ->
                    led.leader();
            case Lot.Closed(var bidding, _, _, _)
                    when bidding.standing() instanceof Standing.Led led ->
                    led.leader();
            case Lot.Unlisted _, Lot.Scheduled _, Lot.Open _, Lot.Closed _ -> null;
        };
    }

    private static @Nullable BidderOnLot bidder(AccountId by, Answer answer) {
        return answer instanceof Answer.BidAccepted(var paddle, var max)
                ? new BidderOnLot(by, paddle, max)
                : null;
    }
}
