package io.gavel.bidding.log;

import io.gavel.bidding.auction.Auctioneer;
import io.gavel.bidding.auction.Evolution;
import io.gavel.bidding.auction.Fact;
import io.gavel.bidding.auction.Hand;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.auction.Outage;
import io.gavel.bidding.auction.Verdict;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.event.EventJson;
import io.gavel.contracts.event.Happening;
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
 * @param changed whether the lot is another than before
 * @param hands what bidders have on the lot now, where that changed; the last one of a bidder
 *     counts
 * @param outbid the account that led before and does no more, through somebody else's doing; null
 *     if there is none
 */
public record Ruling(
        LotEntry after,
        boolean changed,
        List<SealedEvent> events,
        List<Hand> hands,
        Decision decision,
        @Nullable AccountId outbid) {

    /**
     * Decides a command and seals its events onto the lot's log.
     *
     * @param paddle under which the sender has bid on this lot before
     * @param outages what is made good to the lot of outages before the command
     */
    public static Ruling on(
            LotEntry before,
            Command command,
            Optional<Paddle> paddle,
            List<Outage> outages,
            Moment moment) {
        Verdict verdict = Auctioneer.decide(before.lot(), command, paddle, outages, moment.at());
        List<SealedEvent> events = new ArrayList<>(verdict.facts().size());
        List<Hand> hands = new ArrayList<>(1);
        LotEntry entry = before;
        for (Fact fact : verdict.facts()) {
            entry = append(entry, fact, moment, events);
            if (fact instanceof Fact.HandChanged(var hand)) {
                hands.add(hand);
            }
        }
        return new Ruling(
                entry,
                !verdict.facts().isEmpty(),
                events,
                hands,
                DecisionView.of(command, verdict.answer(), paddle, entry, moment),
                dethroned(before.lot(), entry.lot(), command.by()));
    }

    /** The answer to a command whose id was used before with another content; changes nothing. */
    public static Ruling conflict(LotEntry now, Command command, Moment moment) {
        return new Ruling(
                now,
                false,
                List.of(),
                List.of(),
                DecisionView.conflict(command, now, moment),
                null);
    }

    private static LotEntry append(
            LotEntry entry, Fact fact, Moment moment, List<SealedEvent> events) {
        Lot after = Evolution.evolve(entry.id(), entry.lot(), fact);
        Happening what = PublicView.of(fact);
        if (what == null) {
            return new LotEntry(entry.id(), after, entry.head());
        }
        long version = entry.head().version() + 1;
        PublicEvent event =
                new PublicEvent(
                        entry.id(),
                        version,
                        moment.at(),
                        moment.offset(),
                        what,
                        ((Lot.Listed) after).publicState(moment.at()),
                        entry.head().hash());
        byte[] bytes = EventJson.write(event);
        events.add(new SealedEvent(version, what.type(), bytes));
        return new LotEntry(entry.id(), after, new LogHead(version, Sha256.of(bytes)));
    }

    private static @Nullable AccountId dethroned(Lot before, Lot after, AccountId by) {
        AccountId ledBefore = Leader.of(before);
        return ledBefore == null || ledBefore.equals(by) || ledBefore.equals(Leader.of(after))
                ? null
                : ledBefore;
    }
}
