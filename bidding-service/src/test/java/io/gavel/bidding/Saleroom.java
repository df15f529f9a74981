package io.gavel.bidding;

import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.Moment;
import io.gavel.bidding.log.Ruling;
import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.event.EventView;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** One lot and the people in the room; drives the pure core as the batch writer does. */
public final class Saleroom {

    public static final AccountId SELLER = new AccountId("seller");

    private final Map<AccountId, Paddle> paddles = new HashMap<>();
    private final List<SealedEvent> log = new ArrayList<>();
    private LotEntry entry;
    private Instant now;
    private long offset;

    public Saleroom(ListingBuilder listing) {
        this.entry = LotEntry.unlisted(new LotId(new UUID(0, 1)));
        this.now = ListingBuilder.LISTED_AT;
        send(new ListLot(nextId(), entry.id(), SELLER, listing.build()));
    }

    public Saleroom at(Instant time) {
        now = time;
        return this;
    }

    public Ruling bid(String bidder, long max) {
        return send(
                new PlaceBid(nextId(), entry.id(), new AccountId(bidder), new Money(max), false));
    }

    public Ruling bidConfirmed(String bidder, long max) {
        return send(
                new PlaceBid(nextId(), entry.id(), new AccountId(bidder), new Money(max), true));
    }

    public Ruling closeDue() {
        return send(new CloseDue(nextId(), entry.id(), new AccountId("settlement")));
    }

    public Ruling send(Command command) {
        Optional<Paddle> paddle = Optional.ofNullable(paddles.get(command.by()));
        Ruling ruling = Ruling.on(entry, command, paddle, new Moment(now, 0, offset++));
        entry = ruling.after();
        log.addAll(ruling.events());
        var bidder = ruling.bidder();
        if (bidder != null) {
            paddles.put(bidder.account(), bidder.paddle());
        }
        return ruling;
    }

    public LotEntry entry() {
        return entry;
    }

    public CommandId nextId() {
        return new CommandId(new UUID(1, offset));
    }

    public List<SealedEvent> log() {
        return log;
    }

    public List<EventView> events() {
        return log.stream().map(Saleroom::view).toList();
    }

    public EventView last() {
        return view(log.getLast());
    }

    /** Types and amounts of what the public saw a command do, such as {@code bid 100 by 2}. */
    public static List<String> story(Ruling ruling) {
        return ruling.events().stream().map(Saleroom::line).toList();
    }

    private static String line(SealedEvent event) {
        var tree = Json.tree(event.bytes());
        return event.type().endsWith("bid")
                ? event.type() + " " + tree.get("amount") + " by " + tree.get("paddle")
                : event.type();
    }

    private static EventView view(SealedEvent event) {
        return Json.read(event.bytes(), EventView.class);
    }
}
