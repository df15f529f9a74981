package io.gavel.demo.room;

import io.gavel.contracts.json.Json;
import io.gavel.demo.bidder.Person;
import io.gavel.demo.gateway.Account;
import io.gavel.demo.gateway.Answer;
import io.gavel.demo.gateway.Seat;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A bidder at his seat: his connection, and the lots he wants. Of the room's thread alone. */
final class Guest {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);

    private final Person person;
    private final Account account;
    private final Consumer<Heard> ear;
    private final Map<String, Optional<Interest>> interests = new HashMap<>();
    private @Nullable Seat seat;
    private boolean live;
    private Duration pause = FIRST_PAUSE;
    private Instant comeBackAt = Instant.MIN;

    Guest(Person person, Account account, Consumer<Heard> ear) {
        this.person = person;
        this.account = account;
        this.ear = ear;
    }

    Person person() {
        return person;
    }

    /** By lot; empty where he does not want it. */
    Map<String, Optional<Interest>> interests() {
        return interests;
    }

    boolean isLive() {
        return live;
    }

    /** Sits down, unless he does, or is to wait with it. */
    void sitDown(Instant now) throws IOException {
        if (isSeated() || now.isBefore(comeBackAt)) {
            return;
        }
        live = false;
        comeBackAt = now.plus(pause);
        seat = Seat.take(account.door(), account.token(now), new Ears());
    }

    /** He is signed in: follows his lots and asks what he had bid. */
    void signedIn(Instant now) {
        live = true;
        pause = FIRST_PAUSE;
        interests.forEach((lot, interest) -> interest.ifPresent(_ -> watch(lot)));
        aside(() -> {
            Answer answer =
                    account.door().get("/api/v1/me/bids?status=open&limit=200", account.token(now));
            if (answer.isFine()) {
                ear.accept(new Heard.Before(this, answer.json().get("items")));
            }
        });
    }

    /** He comes back after a while: the longer, the oftener it did not last. */
    void lost(Instant now, RandomGenerator chance) {
        if (isSeated()) {
            return;
        }
        seat = null;
        live = false;
        comeBackAt = now.plusMillis(chance.nextLong(1, pause.toMillis() + 1));
        Duration twice = pause.multipliedBy(2);
        pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    void watch(String lot) {
        say(Map.of("type", "watch", "lot", lot, "feed", "state"));
    }

    void unwatch(String lot) {
        say(Map.of("type", "unwatch", "lot", lot));
    }

    void bid(String id, String lot, long amount) {
        say(Map.of("type", "bid", "id", id, "lot", lot, "amount", amount, "insist", true));
    }

    /** Accepts the price of a Dutch lot; the decision is heard like others. */
    void accept(String id, String lot, Instant now) {
        aside(() -> {
            Answer answer =
                    account.door()
                            .post(
                                    "/api/v1/lots/" + lot + "/accept-price",
                                    account.token(now),
                                    "application/json",
                                    Json.bytes(Map.of("id", UUID.fromString(id))));
            ear.accept(new Heard.Frame(this, answer.json()));
        });
    }

    void leave() {
        if (seat != null) {
            seat.leave();
        }
    }

    private boolean isSeated() {
        return seat != null && !seat.isOver();
    }

    private void say(Map<String, ?> frame) {
        if (live && seat != null) {
            seat.say(frame);
        }
    }

    /** What waits for an answer does so on a thread of its own; without one, nothing is heard. */
    private static void aside(Call call) {
        var _ =
                Thread.ofVirtual()
                        .start(() -> {
                            try {
                                call.run();
                            } catch (IOException e) {
                                // The gateway is away: he sits down again, and asks again then.
                            }
                        });
    }

    private interface Call {
        void run() throws IOException;
    }

    private final class Ears implements Seat.Ear {
        @Override
        public void heard(JsonNode frame) {
            ear.accept(new Heard.Frame(Guest.this, frame));
        }

        @Override
        public void ended(String why) {
            ear.accept(new Heard.Ended(Guest.this, why));
        }
    }
}
