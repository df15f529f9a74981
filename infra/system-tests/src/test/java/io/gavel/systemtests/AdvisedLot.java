package io.gavel.systemtests;

import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.Moment;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.ListLot;
import io.gavel.contracts.command.LowerMax;
import io.gavel.contracts.command.Pause;
import io.gavel.contracts.command.PlaceBid;
import io.gavel.contracts.command.Resume;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.event.EventView;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Format;
import io.gavel.contracts.lot.Ladder;
import io.gavel.contracts.lot.Listing;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.lot.Money;
import io.gavel.contracts.lot.OwnRaise;
import io.gavel.contracts.lot.Paddle;
import io.gavel.contracts.lot.Rules;
import io.gavel.gateway.advice.Advice;
import io.gavel.gateway.advice.Adviser;
import io.gavel.gateway.advice.Question;
import io.gavel.gateway.advice.Refusals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;

/** One lot with random rules and commands, decided by the core, beside what a gateway knows. */
final class AdvisedLot {

    private static final int COMMANDS = 60;
    private static final int EVENTS_BEHIND = 6;
    private static final AccountId OPERATOR = new AccountId("olga");

    private final Random random;
    private final LotId id;
    private final Rules rules;
    private final Refusals refusals;
    private final Map<AccountId, Paddle> paddles = new HashMap<>();
    private final List<EventView> events = new ArrayList<>();
    private final List<PlaceBid> accepted = new ArrayList<>();
    private final List<Decision> onTheirWay = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    private LotEntry lot;
    private Instant now = Instant.parse("2026-11-22T14:00:00Z");
    private long offset;
    private long advised;

    AdvisedLot(long seed) {
        random = new Random(seed);
        id = new LotId(new UUID(seed, 7));
        lot = LotEntry.unlisted(id);
        rules = rules();
        refusals = new Refusals(random.nextInt(1, 7));
    }

    /** What was advised against and had been, or was, accepted all the same. */
    List<String> wrong() {
        return wrong;
    }

    long advised() {
        return advised;
    }

    void run() {
        Money reserve = random.nextInt(3) == 0 ? rules.startingPrice().plus(money(1, 400)) : null;
        Listing listing = new Listing("Lamp", "Brass.", rules, reserve, List.of());
        decide(new ListLot(command(), id, new AccountId("sam"), listing));
        for (int i = 0; i < COMMANDS; i++) {
            accepted.forEach(bid -> {
                if (advises(bid)) {
                    wrong.add("accepted before: " + bid + " of " + bid.amount());
                }
            });
            Command command = any();
            boolean isAdvised = command instanceof PlaceBid bid && advises(bid);
            advised += isAdvised ? 1 : 0;
            Decision decision = decide(command);
            if (command instanceof PlaceBid bid && isAccepted(decision)) {
                accepted.add(bid);
                if (isAdvised) {
                    wrong.add("accepted now: " + bid + " of " + bid.amount());
                }
            }
            hear(decision);
        }
    }

    private boolean advises(PlaceBid bid) {
        int behind = random.nextInt(EVENTS_BEHIND);
        EventView seen = events.get(Math.max(0, events.size() - 1 - behind));
        return Adviser.advise(
                        new Question(
                                bid,
                                false,
                                false,
                                new Question.SeenLot(rules, seen),
                                refusals.of(id, bid.by()),
                                now))
                instanceof Advice.TooLow;
    }

    private Decision decide(Command command) {
        now = now.plusSeconds(1);
        Optional<Paddle> paddle = Optional.ofNullable(paddles.get(command.by()));
        Ruling ruling = Ruling.on(lot, command, paddle, List.of(), new Moment(now, 0, offset++));
        lot = ruling.after();
        ruling.hands().forEach(hand -> paddles.put(hand.account(), hand.paddle()));
        ruling.events().forEach(event -> events.add(Json.read(event.bytes(), EventView.class)));
        return ruling.decision();
    }

    /** Some decisions never reach this gateway, the others late and in any order. */
    private void hear(Decision decision) {
        if (random.nextInt(3) > 0) {
            onTheirWay.add(decision);
        }
        Collections.shuffle(onTheirWay, random);
        while (!onTheirWay.isEmpty() && random.nextInt(3) > 0) {
            refusals.decided(onTheirWay.removeLast());
        }
    }

    private Command any() {
        AccountId by = new AccountId("bidder" + random.nextInt(5));
        long price = events.getLast().price().minor();
        return switch (random.nextInt(20)) {
            case 0 -> new Pause(command(), id, OPERATOR, "a call", true);
            case 1, 2 -> new Resume(command(), id, OPERATOR, "go on", true);
            case 3, 4 -> new LowerMax(command(), id, by, money(price, price + 100));
            case 5, 6, 7, 8 -> bid(by, rules.startingPrice().minor());
            default -> bid(by, price);
        };
    }

    private PlaceBid bid(AccountId by, long around) {
        Money amount = money(Math.max(1, around - 80), around + 160);
        return new PlaceBid(command(), id, by, amount, true, false);
    }

    private CommandId command() {
        return new CommandId(new UUID(random.nextLong(), random.nextLong()));
    }

    private Money money(long least, long below) {
        return new Money(random.nextLong(least, below));
    }

    private Rules rules() {
        List<Ladder.Rung> rungs = new ArrayList<>();
        long from = 0;
        for (int i = 0; i <= random.nextInt(5); i++) {
            rungs.add(new Ladder.Rung(new Money(from), money(1, 120)));
            from += random.nextLong(1, 200);
        }
        OwnRaise ownRaise = OwnRaise.values()[random.nextInt(2)];
        return new Rules(
                new Format.English(new Ladder(rungs), null, null, null, ownRaise, null, false),
                "EUR",
                money(50, 250),
                random.nextInt(4) == 0 ? now.plusSeconds(20) : null,
                now.plusSeconds(100_000),
                random.nextBoolean());
    }

    private static boolean isAccepted(Decision decision) {
        return decision.outcome() == DecisionOutcome.ACCEPTED;
    }
}
