package io.gavel.bidding.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.bidding.auction.Book;
import io.gavel.bidding.auction.Hand;
import io.gavel.bidding.auction.Lot;
import io.gavel.bidding.log.LotEntry;
import io.gavel.bidding.log.Moment;
import io.gavel.bidding.log.Ruling;
import io.gavel.bidding.log.SealedEvent;
import io.gavel.bidding.oracle.Afternoon;
import io.gavel.contracts.command.Command;
import io.gavel.contracts.decision.DecisionJson;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.Paddle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * A service that forgets everything between any two commands, and goes on from what is stored, does
 * the same as one that never does; lots by chance in every state of their life.
 */
class StoredLifeTest {

    private static final int LOTS = 60;
    private static final int COMMANDS = 100;

    static final List<String> KINDS = Afternoon.KINDS;

    @ParameterizedTest(name = "{0}")
    @FieldSource("KINDS")
    void going_on_from_what_is_stored_gives_the_same_bytes(String kind) {
        for (long seed = 0; seed < LOTS; seed++) {
            Afternoon afternoon = Afternoon.of(kind, seed, COMMANDS);
            Saleroom room = afternoon.room();
            Storage storage = new Storage(room.entry());
            long offset = 1;
            for (Afternoon.Step step : afternoon.steps()) {
                Ruling awake = room.at(step.at()).send(step.command());
                Ruling woken = storage.decide(step.command(), step.at(), offset++);

                String where = afternoon + ": " + step.command();
                assertThat(bytes(woken)).as(where).isEqualTo(bytes(awake));
                assertThat(woken.outbid()).as(where).isEqualTo(awake.outbid());
                assertThat(storage.load()).as(where).isEqualTo(room.entry());
                assertThat(storage.state)
                        .as(where)
                        .isEqualTo(LotRow.state((Lot.Listed) room.entry().lot()));
            }
        }
    }

    private static List<String> bytes(Ruling ruling) {
        return Stream.concat(
                        ruling.events().stream().map(SealedEvent::bytes),
                        Stream.of(DecisionJson.write(ruling.decision())))
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    /** Bytes of the lot's state and of each bidder's hand, and nothing else. */
    private static final class Storage {

        private final LotEntry listed;
        private LotEntry last;
        private byte[] state;
        private final Map<String, byte[]> hands = new TreeMap<>();

        Storage(LotEntry listed) {
            this.listed = listed;
            keep(listed);
        }

        Ruling decide(Command command, Instant at, long offset) {
            Ruling ruling =
                    Ruling.on(
                            load(),
                            command,
                            paddle(command.by()),
                            List.of(),
                            new Moment(at, 0, offset));
            for (Hand hand : ruling.hands()) {
                hands.put(hand.account().value(), Json.bytes(hand));
            }
            keep(ruling.after());
            return ruling;
        }

        private void keep(LotEntry entry) {
            last = entry;
            state = LotRow.state((Lot.Listed) entry.lot());
        }

        LotEntry load() {
            var terms = ((Lot.Listed) listed.lot()).terms();
            StoredState stored = Json.read(state, StoredState.class);
            Book book =
                    stored.needsBook(terms)
                            ? Book.of(
                                    hands.values().stream().map(Storage::hand).toList(),
                                    stored.placed())
                            : Book.EMPTY;
            return new LotEntry(listed.id(), stored.lot(terms, book), last.head());
        }

        private Optional<Paddle> paddle(AccountId account) {
            return Optional.ofNullable(hands.get(account.value())).map(b -> hand(b).paddle());
        }

        private static Hand hand(byte[] bytes) {
            return Json.read(bytes, Hand.class);
        }
    }
}
