package io.gavel.demo.house;

import io.gavel.contracts.json.Instants;
import io.gavel.demo.catalogue.Idea;
import io.gavel.demo.gateway.Account;
import io.gavel.demo.gateway.Answer;
import io.gavel.demo.gateway.Door;
import io.gavel.demo.picture.Studio;
import io.gavel.demo.room.Board;
import io.gavel.demo.room.LotView;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Looks every 2 s at what is up and lists what is missing, as the sellers would. Lots that are
 * there already, from this run or an earlier one, are known by their titles.
 */
public final class House implements Runnable {

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final int AT_ONCE = 3;
    private static final List<String> UP = List.of("open", "scheduled", "paused");
    private static final int MOST_PAGES = 10;

    private final Clock clock;
    private final Board board;
    private final List<Idea> ideas;
    private final Door door;
    private final Map<String, Account> sellers = new ConcurrentHashMap<>();
    private final Map<String, Integer> rounds = new ConcurrentHashMap<>();
    private final Random chance;
    private final Consumer<String> diary;
    private final Photographer photographer;

    /**
     * A house that has not looked yet.
     *
     * @param board is told what there is
     * @param diary gets a line for each lot that is listed, and for what went wrong
     */
    public House(
            Clock clock,
            Board board,
            List<Idea> ideas,
            Door door,
            Studio studio,
            long seed,
            Consumer<String> diary) {
        this.clock = clock;
        this.board = board;
        this.ideas = ideas;
        this.door = door;
        this.chance = new Random(seed);
        this.diary = diary;
        this.photographer = new Photographer(clock, studio, diary);
    }

    /** How often a lot of that title was listed in this run. */
    public int rounds(String title) {
        return rounds.getOrDefault(title, 0);
    }

    /** Runs until its thread is interrupted. */
    @Override
    public void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                boolean more = false;
                try {
                    more = look();
                } catch (IOException | RuntimeException e) {
                    diary.accept("will look again soon: " + e);
                }
                Thread.sleep(more ? Duration.ZERO : LOOK);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            photographer.close();
        }
    }

    /** Whether there is more to list: not all at once, so that bidders see the first ones soon. */
    private boolean look() throws IOException {
        List<LotView> there = new ArrayList<>();
        for (String status : UP) {
            there.addAll(all(status));
        }
        board.put(there);
        Set<String> titles = there.stream().map(LotView::title).collect(Collectors.toSet());
        List<Idea> missing = Programme.missing(ideas, titles, rounds);
        missing.forEach(idea -> photographer.prepare(idea, seller(idea)));
        for (Idea idea : missing.subList(0, Math.min(AT_ONCE, missing.size()))) {
            list(idea);
        }
        return missing.size() > AT_ONCE;
    }

    private Account seller(Idea idea) {
        return sellers.computeIfAbsent(idea.seller(), name -> new Account(door, name, "SELLER"));
    }

    /** Page by page, so that no lot is taken for missing only because there are many others. */
    private List<LotView> all(String status) throws IOException {
        List<LotView> all = new ArrayList<>();
        String cursor = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Answer answer = door.get("/api/v1/lots?limit=200&status=" + status + cursor, null);
            if (!answer.isFine()) {
                throw new IOException("the lots that are " + status + ": " + answer);
            }
            JsonNode json = answer.json();
            json.get("items").values().forEach(lot -> all.add(LotView.of(lot)));
            String more = json.path("cursor").stringValue("");
            if (more.isEmpty()) {
                return all;
            }
            cursor = "&cursor=" + more;
        }
        throw new IOException("more than " + MOST_PAGES * 200 + " lots are " + status);
    }

    private void list(Idea idea) throws IOException {
        int round = rounds(idea.title());
        Account seller = seller(idea);
        List<String> photos = photographer.photos(idea, seller).join();
        Instant now = clock.instant();
        Duration lasts = idea.lasts(round, chance);
        Answer answer =
                door.post(
                        "/api/v1/lots",
                        seller.token(now),
                        "application/json",
                        idea.listing(now, lasts, photos));
        if (!answer.isFine() || photos.size() < Photographer.views(idea)) {
            photographer.forget(idea);
        }
        if (!answer.isFine()) {
            throw new IOException("not listed, " + idea.title() + ": " + answer);
        }
        rounds.merge(idea.title(), 1, Integer::sum);
        diary.accept("listed until " + Instants.format(now.plus(lasts)) + ": " + idea.title());
    }
}
