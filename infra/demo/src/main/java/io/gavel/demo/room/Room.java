package io.gavel.demo.room;

import io.gavel.demo.bidder.Cast;
import io.gavel.demo.bidder.Mind;
import io.gavel.demo.bidder.Move;
import io.gavel.demo.bidder.Sight;
import io.gavel.demo.catalogue.Idea;
import io.gavel.demo.gateway.Account;
import io.gavel.demo.gateway.Door;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToIntFunction;

/**
 * All the bidders, on one thread: it hears what they hear, and has each of them decide when he is
 * to look at a lot again. Together they bid at most {@value #BIDS_PER_SECOND} times a second.
 */
public final class Room implements Runnable {

    /** How often all of them together bid at the most. */
    public static final int BIDS_PER_SECOND = 4;

    private static final int MOST_UNHEARD = 10_000;
    private static final Duration TICK = Duration.ofMillis(150);
    private static final Duration DECIDED_WITHIN = Duration.ofSeconds(12);

    private final Clock clock;
    private final Board board;
    private final Random chance;
    private final Curiosity curiosity;
    private final Consumer<String> diary;
    private final BidRate rate = new BidRate(BIDS_PER_SECOND, BIDS_PER_SECOND);
    private final BlockingQueue<Heard> unheard = new ArrayBlockingQueue<>(MOST_UNHEARD);
    private final List<Guest> guests;

    /**
     * A room with everybody of the cast, spread over the doors.
     *
     * @param ideas the lots of the house, by title
     * @param rounds how often a lot with that title was up already
     * @param diary gets a line for what may interest
     */
    public Room(
            Clock clock,
            Board board,
            List<Door> doors,
            Map<String, Idea> ideas,
            ToIntFunction<String> rounds,
            long seed,
            Consumer<String> diary) {
        this.clock = clock;
        this.board = board;
        this.chance = new Random(seed);
        this.curiosity = new Curiosity(ideas, rounds, seed, chance);
        this.diary = diary;
        List<Guest> all = new ArrayList<>();
        for (int i = 0; i < Cast.ALL.size(); i++) {
            var person = Cast.ALL.get(i);
            Account account = new Account(doors.get(i % doors.size()), person.account(), "BIDDER");
            all.add(new Guest(person, account, this::hear));
        }
        this.guests = all;
    }

    /**
     * What does not fit any more is not heard: the next look at the board makes up for it, and
     * whose connection is over sits down again all the same.
     */
    private void hear(Heard heard) {
        if (!unheard.offer(heard)) {
            diary.accept(heard.guest().person().account() + " was not heard: too much at once");
        }
    }

    /** Runs until its thread is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Heard heard = unheard.poll(TICK.toMillis(), TimeUnit.MILLISECONDS);
                try {
                    for (; heard != null; heard = unheard.poll()) {
                        take(heard, clock.instant());
                    }
                    tick(clock.instant());
                } catch (RuntimeException e) {
                    diary.accept("passed over: " + e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            guests.forEach(Guest::leave);
        }
    }

    private void take(Heard heard, Instant now) {
        switch (heard) {
            case Heard.Ended(Guest guest, String why) -> {
                diary.accept(guest.person().account() + " comes back soon: " + why);
                guest.lost(now, chance);
            }
            case Heard.Before(Guest guest, var items) ->
                    items.values()
                            .forEach(item ->
                                    interest(guest, item.path("lot").stringValue(""))
                                            .ifPresent(interest -> {
                                                interest.paddle = item.path("paddle").longValue(0);
                                                interest.max = item.path("max").longValue(0);
                                            }));
            case Heard.Frame(Guest guest, var frame) ->
                    new Reading(board, now, chance, diary).take(guest, frame);
        }
    }

    static Optional<Interest> interest(Guest guest, String lot) {
        return guest.interests().getOrDefault(lot, Optional.empty());
    }

    private void tick(Instant now) {
        for (Guest guest : guests) {
            try {
                guest.sitDown(now);
            } catch (IOException e) {
                diary.accept(guest.person().account() + " cannot sign in: " + e.getMessage());
                guest.lost(now, chance);
            }
            guest.interests().entrySet().removeIf(entry -> isGone(guest, entry));
        }
        List<LotView> lots = new ArrayList<>(board.lots());
        Collections.shuffle(lots, chance);
        lots.forEach(lot -> guests.forEach(guest -> consider(guest, lot, now)));
    }

    private boolean isGone(Guest guest, Map.Entry<String, Optional<Interest>> entry) {
        boolean gone = !board.ids().contains(entry.getKey());
        if (gone && entry.getValue().isPresent()) {
            guest.unwatch(entry.getKey());
        }
        return gone;
    }

    private void consider(Guest guest, LotView lot, Instant now) {
        guest.interests()
                .computeIfAbsent(lot.id(), _ -> begin(guest, lot, now))
                .filter(interest -> guest.isLive() && isUp(interest, now))
                .ifPresent(interest -> move(guest, lot, interest, now));
    }

    private static boolean isUp(Interest interest, Instant now) {
        return !interest.left
                && !now.isBefore(interest.wakeAt)
                && (interest.asked == null || now.isAfter(interest.askedUntil));
    }

    private Optional<Interest> begin(Guest guest, LotView lot, Instant now) {
        Optional<Interest> interest = curiosity.of(guest.person(), lot, now);
        interest.ifPresent(_ -> guest.watch(lot.id()));
        return interest;
    }

    private void move(Guest guest, LotView lot, Interest interest, Instant now) {
        var sight = lot.seenWith(interest.paddle, interest.max);
        switch (Mind.move(guest.person(), interest.appetite, sight, now, chance)) {
            case Move.Wait(Duration time) -> interest.wakeAt = now.plus(time);
            case Move.Leave() -> interest.left = true;
            case Move.Bid(long amount) -> {
                if (rate.take(now)) {
                    guest.bid(ask(interest, sight, now), lot.id(), amount);
                }
            }
            case Move.Accept() -> {
                if (rate.take(now)) {
                    guest.accept(ask(interest, sight, now), lot.id(), now);
                }
            }
        }
    }

    private String ask(Interest interest, Sight sight, Instant now) {
        String id = UUID.randomUUID().toString();
        interest.asked = id;
        interest.askedUntil = now.plus(DECIDED_WITHIN);
        interest.wakeAt = now.plus(Mind.think(sight, now, chance));
        return id;
    }
}
