package io.gavel.bidding.log;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.Saleroom;
import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.event.EventView;
import io.gavel.contracts.event.Sha256;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.lot.Money;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RulingTest {

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20261123})
    void the_same_commands_give_the_same_bytes_in_one_gapless_chain(long seed) {
        Saleroom first = afternoon(seed);
        Saleroom second = afternoon(seed);

        assertThat(first.log().stream().map(SealedEvent::bytes))
                .containsExactlyElementsOf(second.log().stream().map(SealedEvent::bytes).toList());
        Sha256 prev = Sha256.ZERO;
        for (int i = 0; i < first.log().size(); i++) {
            byte[] bytes = first.log().get(i).bytes();
            EventView event = Json.read(bytes, EventView.class);
            assertThat(event.version()).isEqualTo(i + 1);
            assertThat(event.prev()).isEqualTo(prev);
            prev = Sha256.of(bytes);
        }
        assertThat(first.entry().head()).isEqualTo(new LogHead(first.log().size(), prev));
    }

    @Test
    void a_decision_tells_what_is_true_after_it() {
        Saleroom room = new Saleroom(aLot());

        Decision decision = room.bid("alice", 500).decision();

        assertThat(decision.version()).isEqualTo(3);
        assertThat(decision.price()).isEqualTo(new Money(100));
        assertThat(decision.next()).isEqualTo(new Money(125));
    }

    @Test
    void a_lot_is_changed_by_what_leaves_no_public_trace_too_but_not_by_a_refusal() {
        Saleroom room = new Saleroom(aLot());

        assertThat(room.bid("alice", 500).changed()).isTrue();
        assertThat(room.bid("alice", 900).changed()).isTrue();
        assertThat(room.bid("alice", 900).changed()).isFalse();
        assertThat(room.closeDue().changed()).isFalse();
    }

    @Test
    void the_rules_hash_is_that_of_the_rules_as_they_stand_in_the_event() {
        byte[] listed = new Saleroom(aLot()).log().getFirst().bytes();
        String text = new String(listed);
        String rules =
                text.substring(text.indexOf("\"rules\":") + 8, text.indexOf(",\"rulesHash\""));

        assertThat(text).contains("\"rulesHash\":\"" + Sha256.of(rules.getBytes()).hex() + "\"");
    }

    /** Two hundred seeded bids by nine people, some foolish, some after the end. */
    private static Saleroom afternoon(long seed) {
        Random random = new Random(seed);
        Saleroom room =
                new Saleroom(
                        aLot().withReserve(4_000)
                                .withSoftClose(Duration.ofMinutes(2), Duration.ofMinutes(2), null));
        for (int i = 0; i < 200; i++) {
            room.at(CLOSES_AT.minusSeconds(600).plusSeconds(5L * i));
            room.bid("bidder" + random.nextInt(9), 1 + random.nextInt(20_000));
        }
        return room;
    }
}
