package io.gavel.bidding;

import io.gavel.bidding.auction.Outage;
import io.gavel.bidding.auction.OutageTerms;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.Moment;
import io.gavel.bidding.log.Ruling;
import io.gavel.bidding.log.SealedEvent;
import io.gavel.contracts.command.AcceptPrice;
import io.gavel.contracts.command.BuyNow;
import io.gavel.contracts.command.Cancel;
import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.Extend;
import io.gavel.contracts.command.Hammer;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.LowerMax;
import io.gavel.contracts.command.Pause;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.Resume;
import io.gavel.contracts.command.RetractBid;
import io.gavel.contracts.decision.Reason;
import io.gavel.contracts.event.EventView;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.Paddle;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
    public static final AccountId OPERATOR = new AccountId("operator");

    private final Map<AccountId, Paddle> paddles = new HashMap<>();
    private final List<SealedEvent> log = new ArrayList<>();
    private LotEntry entry;
    private Instant now;
    private long offset;
    private OutageTerms terms = new OutageTerms(Duration.ofMinutes(10), Duration.ofHours(24));
    private List<Outage> outages = List.of();
    private List<Outage> madeGood = List.of();

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
        return send(bidOf(bidder, max, false, false));
    }

    public Ruling bidConfirmed(String bidder, long max) {
        return send(bidOf(bidder, max, true, false));
    }

    public Ruling bidSuspended(String bidder, long max) {
        return send(bidOf(bidder, max, false, true));
    }

    private PlaceBid bidOf(String bidder, long max, boolean confirmLarge, boolean suspended) {
        return new PlaceBid(
                nextId(),
                entry.id(),
                new AccountId(bidder),
                new Money(max),
                confirmLarge,
                suspended);
    }

    public Ruling lowerMax(String bidder, long max) {
        return send(new LowerMax(nextId(), entry.id(), new AccountId(bidder), new Money(max)));
    }

    public Ruling retract(String bidder) {
        return send(new RetractBid(nextId(), entry.id(), new AccountId(bidder), "a typing error"));
    }

    public Ruling buyNow(String bidder) {
        return send(new BuyNow(nextId(), entry.id(), new AccountId(bidder), false));
    }

    public Ruling acceptPrice(String bidder) {
        return send(new AcceptPrice(nextId(), entry.id(), new AccountId(bidder), false));
    }

    public Ruling pause() {
        return send(new Pause(nextId(), entry.id(), OPERATOR, "fire alarm", false));
    }

    public Ruling resume() {
        return send(new Resume(nextId(), entry.id(), OPERATOR, null, false));
    }

    public Ruling extend(int minutes) {
        return send(new Extend(nextId(), entry.id(), OPERATOR, minutes, "a late train", false));
    }

    public Ruling hammer() {
        return send(new Hammer(nextId(), entry.id(), OPERATOR, "fair warning", false));
    }

    public Ruling cancel(AccountId by) {
        return send(new Cancel(nextId(), entry.id(), by, "withdrawn", false));
    }

    public Ruling closeDue() {
        return send(new CloseDue(nextId(), entry.id(), new AccountId("settlement")));
    }

    /** What is known of outages from now on, the newest last. */
    public Saleroom knowing(Outage... known) {
        outages = List.of(known);
        return this;
    }

    /** Makes outages good by these terms from now on. */
    public Saleroom by(OutageTerms other) {
        terms = other;
        return this;
    }

    /** What was made good of outages before the newest command. */
    public List<Outage> madeGood() {
        return madeGood;
    }

    public Ruling send(Command command) {
        Optional<Paddle> paddle = Optional.ofNullable(paddles.get(command.by()));
        madeGood = terms.due(entry.id(), entry.lot(), outages, now);
        Ruling ruling = Ruling.on(entry, command, paddle, madeGood, new Moment(now, 0, offset++));
        entry = ruling.after();
        log.addAll(ruling.events());
        ruling.hands().forEach(hand -> paddles.put(hand.account(), hand.paddle()));
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

    /** {@code accepted}, or the word of the reason. */
    public static String outcome(Ruling ruling) {
        Reason reason = ruling.decision().reason();
        return reason == null ? ruling.decision().outcome().word() : reason.word();
    }

    /** The exact text of the newest event. */
    public String lastText() {
        return new String(log.getLast().bytes(), StandardCharsets.UTF_8);
    }

    /** Types and amounts of what the public saw a command do, such as {@code bid 100 by 2}. */
    public static List<String> story(Ruling ruling) {
        return ruling.events().stream().map(Saleroom::line).toList();
    }

    private static String line(SealedEvent event) {
        var tree = Json.tree(event.bytes());
        return tree.has("amount")
                ? event.type() + " " + tree.get("amount") + " by " + tree.get("paddle")
                : event.type();
    }

    private static EventView view(SealedEvent event) {
        return Json.read(event.bytes(), EventView.class);
    }
}
