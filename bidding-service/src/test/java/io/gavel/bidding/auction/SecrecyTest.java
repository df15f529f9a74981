package io.gavel.bidding.auction;

import static io.gavel.bidding.ListingBuilder.CLOSES_AT;
import static io.gavel.bidding.ListingBuilder.LISTED_AT;
import static io.gavel.bidding.ListingBuilder.aLot;
import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.bidding.ListingBuilder;
import io.gavel.bidding.Saleroom;
import io.gavel.bidding.log.Ruling;
import io.gavel.contracts.decision.DecisionJson;
import io.gavel.contracts.lot.Format;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * DESIGN, invariant 8: two afternoons that differ in a secret alone look the same, byte for byte,
 * to everybody who may not know it.
 */
class SecrecyTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** What the public and all but one bidder saw. */
    private record Seen(Saleroom room, List<String> told) {

        static Seen by(ListingBuilder lot) {
            return new Seen(new Saleroom(lot), new ArrayList<>());
        }

        /** The decision goes to somebody who may not know. */
        void and(Ruling ruling) {
            told.add(new String(DecisionJson.write(ruling.decision()), StandardCharsets.UTF_8));
        }

        String everything() {
            StringBuilder all = new StringBuilder();
            room.log().forEach(e -> all.append(new String(e.bytes(), StandardCharsets.UTF_8)));
            told.forEach(all::append);
            return all.toString();
        }
    }

    @ParameterizedTest
    @CsvSource({"5000, 50000", "900, 901"})
    void a_leaders_maximum(long one, long other) {
        assertThat(withMaximum(one)).isEqualTo(withMaximum(other));
    }

    private static String withMaximum(long max) {
        Seen seen =
                Seen.by(
                        aLot().withSoftClose(MINUTE, MINUTE, null)
                                .withRetraction()
                                .withReserve(400));
        seen.room.bid("alice", max);
        seen.and(seen.room.bid("bob", 500));
        seen.and(seen.room.bid("bob", 1));
        seen.and(seen.room.at(CLOSES_AT.minusSeconds(1)).lowerMax("bob", 400));
        seen.room.bid("alice", max + 77);
        seen.room.lowerMax("alice", max);
        seen.and(seen.room.bid("carol", 700));
        seen.and(seen.room.retract("bob"));
        seen.and(seen.room.pause());
        seen.and(seen.room.hammer());
        return seen.everything();
    }

    @ParameterizedTest
    @CsvSource({"2000, 90000"})
    void a_reserve_that_is_not_met(long one, long other) {
        assertThat(withReserve(one)).isEqualTo(withReserve(other)).doesNotContain("\"reserve\":2");
    }

    private static String withReserve(long reserve) {
        Seen seen = Seen.by(aLot().withReserve(reserve));
        seen.and(seen.room.bid("alice", 1_999));
        seen.and(seen.room.bid("bob", 500));
        seen.and(seen.room.at(CLOSES_AT).closeDue());
        return seen.everything();
    }

    static List<Format> sealed() {
        return SealedRulesTest.formats();
    }

    @ParameterizedTest
    @MethodSource("sealed")
    void a_sealed_bid_before_the_close(Format format) {
        assertThat(sealedBids(format, 500, 900)).isEqualTo(sealedBids(format, 7_000, 100));
    }

    private static String sealedBids(Format format, long one, long other) {
        Seen seen =
                Seen.by(
                        aLot().as(format)
                                .withReserve(one)
                                .withAbsenteeBids()
                                .openingAt(LISTED_AT.plusSeconds(60)));
        seen.room.bid("alice", other);
        seen.room.at(LISTED_AT.plusSeconds(60)).bid("alice", one);
        seen.room.bid("bob", other);
        seen.room.bid("alice", other + one);
        seen.and(seen.room.bid("carol", 99));
        seen.and(seen.room.lowerMax("carol", 400));
        seen.and(seen.room.pause());
        seen.and(seen.room.cancel(Saleroom.OPERATOR));
        return seen.everything();
    }

    @Test
    void an_absentee_bid_before_the_opening() {
        BiConsumer<Seen, Long> morning =
                (seen, max) -> {
                    seen.room.bid("alice", max);
                    seen.and(seen.room.bid("bob", 99));
                    seen.and(seen.room.closeDue());
                };
        Seen one = Seen.by(aLot().withAbsenteeBids().openingAt(LISTED_AT.plusSeconds(60)));
        Seen other = Seen.by(aLot().withAbsenteeBids().openingAt(LISTED_AT.plusSeconds(60)));
        morning.accept(one, 500L);
        morning.accept(other, 90_000L);

        assertThat(one.everything()).isEqualTo(other.everything());
    }

    @Test
    void who_a_bidder_is_and_who_is_linked_to_the_seller() {
        assertThat(named("alice", "bob", "wife")).isEqualTo(named("zoe", "yves", "son"));
    }

    private static String named(String one, String other, String linked) {
        Seen seen = Seen.by(aLot().withRetraction().linkedTo(linked));
        seen.room.bid(one, 900);
        seen.room.bid(other, 500);
        seen.room.bid(linked, 5_000);
        seen.room.retract(one);
        seen.room.bid(one, 5_000);
        seen.room.lowerMax(one, 1_000);
        seen.and(seen.room.bid("carol", 600));
        seen.and(seen.room.hammer());
        return seen.everything();
    }
}
