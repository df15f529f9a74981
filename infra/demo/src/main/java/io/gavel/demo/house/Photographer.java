package io.gavel.demo.house;

import io.gavel.demo.catalogue.Idea;
import io.gavel.demo.gateway.Account;
import io.gavel.demo.gateway.Answer;
import io.gavel.demo.picture.Studio;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Draws what lots look like and sends it to the house as their sellers, two lots at a time. A lot
 * whose pictures are not taken comes up without.
 */
final class Photographer implements AutoCloseable {

    private static final int AT_ONCE = 2;

    private final Clock clock;
    private final Studio studio;
    private final Consumer<String> diary;
    private final Map<String, CompletableFuture<List<String>>> photos = new ConcurrentHashMap<>();
    private final ExecutorService hands =
            Executors.newFixedThreadPool(
                    AT_ONCE, Thread.ofPlatform().daemon().name("photographer-", 1).factory());

    Photographer(Clock clock, Studio studio, Consumer<String> diary) {
        this.clock = clock;
        this.studio = studio;
        this.diary = diary;
    }

    /** Begins with it, so that it is done when it is needed. */
    void prepare(Idea idea, Account seller) {
        var _ = photos(idea, seller);
    }

    /** The ids of a lot's pictures, the whole first. They are kept until they are forgotten. */
    CompletableFuture<List<String>> photos(Idea idea, Account seller) {
        return photos.computeIfAbsent(
                idea.title(), _ -> CompletableFuture.supplyAsync(() -> taken(idea, seller), hands));
    }

    /** The house did not list with them, or not all were taken: they are sent again next time. */
    void forget(Idea idea) {
        photos.remove(idea.title());
    }

    /** How many pictures it is to have. */
    static int views(Idea idea) {
        return switch (idea.pace()) {
            case BRISK -> 1;
            case STEADY -> 2;
            case LONG -> 3;
        };
    }

    private List<String> taken(Idea idea, Account seller) {
        List<String> ids = new ArrayList<>();
        try {
            for (byte[] picture : studio.pictures(idea.scene(), idea.hues(), views(idea))) {
                Answer answer =
                        seller.door()
                                .post(
                                        "/api/v1/photos",
                                        seller.token(clock.instant()),
                                        "image/jpeg",
                                        picture);
                if (!answer.isFine()) {
                    throw new IOException(answer.toString());
                }
                ids.add(answer.json().get("id").stringValue());
            }
        } catch (IOException | RuntimeException e) {
            diary.accept("not photographed, " + idea.title() + ": " + e.getMessage());
        }
        return ids;
    }

    @Override
    public void close() {
        hands.shutdownNow();
    }
}
