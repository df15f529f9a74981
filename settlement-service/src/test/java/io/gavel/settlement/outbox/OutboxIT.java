package io.gavel.settlement.outbox;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OutboxIT {

    private final OutboxOnStage stage = new OutboxOnStage();

    @Test
    void put_twice_it_is_told_once() {
        stage.put("hook/a", 1);
        stage.put("hook/a", 1);

        try (OutboxRound replica = stage.replica()) {
            stage.run(replica);
            stage.awaitAll("hook/a", "delivered");
            stage.later();
            stage.run(replica);
        }

        assertThat(stage.attempts).hasSize(1);
    }

    @Test
    void what_waits_is_counted_by_its_way_also_after_a_failure_and_not_once_it_is_told() {
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        WaitingCount count =
                new WaitingCount(stage.outbox, List.of(stage), stage, OutboxOnStage.LIMIT, meters);
        stage.put("hook/a", 2);
        stage.put("mail", 1);
        count.once().block(OutboxOnStage.LIMIT);
        assertThat(waiting(meters)).isEqualTo(2);
        assertThat(overdueSeconds(meters)).isZero();
        stage.later();
        count.once().block(OutboxOnStage.LIMIT);
        assertThat(overdueSeconds(meters)).isEqualTo(180);

        try (OutboxRound replica = stage.replica()) {
            stage.put("hook/b", 1);
            stage.answer(new Told.Failed("500"));
            stage.run(replica);
            stage.awaitAttempts("hook/a", 2);
            stage.awaitAttempts("hook/b", 1);
            count.once().block(OutboxOnStage.LIMIT);
            assertThat(waiting(meters)).isEqualTo(3);

            stage.later();
            stage.answer(new Told.Delivered("204"));
            stage.run(replica);
            stage.awaitAll("hook/a", "delivered");
            stage.awaitAll("hook/b", "delivered");
        }
        count.once().block(OutboxOnStage.LIMIT);
        assertThat(waiting(meters)).isZero();
        assertThat(overdueSeconds(meters)).isZero();
    }

    private static double overdueSeconds(SimpleMeterRegistry meters) {
        return meters.get("gavel.outbox.overdue")
                .tag("kind", "hook")
                .timeGauge()
                .value(TimeUnit.SECONDS);
    }

    private static double waiting(SimpleMeterRegistry meters) {
        return meters.get("gavel.outbox.waiting").tag("kind", "hook").gauge().value();
    }

    @Test
    void whoever_dies_between_telling_and_writing_it_down_tells_again_with_the_same_id() {
        stage.put("hook/a", 1);
        stage.keepSilent();
        try (OutboxRound dies = stage.replica()) {
            stage.run(dies);
        }
        stage.answer(new Told.Delivered("200"));

        try (OutboxRound other = stage.replica()) {
            stage.run(other);
            assertThat(stage.attempts).as("while it is leased").hasSize(1);
            stage.later();
            stage.run(other);
            stage.awaitAll("hook/a", "delivered");
        }

        assertThat(stage.attempts).hasSize(2);
        assertThat(stage.attempts.get(1).id()).isEqualTo(stage.attempts.get(0).id());
    }

    @Test
    void a_failure_is_tried_again_as_the_schedule_says_and_then_given_up() {
        stage.put("hook/a", 1);
        stage.answer(new Told.Failed("500"));

        try (OutboxRound replica = stage.replica()) {
            for (int tries = 1; tries <= 5; tries++) {
                stage.run(replica);
                stage.awaitAttempts("hook/a", Math.min(tries, 3));
                stage.later();
            }
        }

        Deliveries.Delivery end = stage.awaitAll("hook/a", "given-up").getFirst();
        assertThat(end.next()).isNull();
        assertThat(end.attempts()).extracting(Deliveries.Attempt::outcome).containsOnly("500");
    }

    @Test
    void what_is_refused_is_not_tried_again_unless_it_is_asked_for() {
        stage.put("hook/a", 1);
        stage.answer(new Told.Refused("410"));
        try (OutboxRound replica = stage.replica()) {
            stage.run(replica);
            UUID id = stage.awaitAll("hook/a", "given-up").getFirst().id();
            stage.later();
            stage.run(replica);
            assertThat(stage.attempts).hasSize(1);

            stage.answer(new Told.Delivered("204"));
            assertThat(again("hook/b", id)).as("of another lane").isFalse();
            assertThat(again("hook/a", id)).isTrue();
            stage.run(replica);
            stage.awaitAll("hook/a", "delivered");
        }

        assertThat(stage.attempts).extracting(Message::tries).containsExactly(1, 1);
    }

    @Test
    void a_lane_that_does_not_answer_takes_its_own_places_and_holds_up_no_other() {
        stage.put("hook/slow", 20);
        stage.keepSilent();
        try (OutboxRound replica = stage.replica()) {
            stage.run(replica);
            assertThat(stage.attempts).hasSize(OutboxOnStage.PER_LANE);

            stage.put("hook/fast", 20);
            stage.answer(new Told.Delivered("200"));
            while (stage.of("hook/fast").stream().anyMatch(it -> it.state().equals("waiting"))) {
                stage.run(replica);
            }

            assertThat(stage.attempts).hasSize(OutboxOnStage.PER_LANE + 20);
        }
    }

    @Test
    void two_replicas_take_different_ones() {
        stage.put("hook/a", 6);
        Instant until = stage.instant().plusSeconds(60);

        List<Message> one = lease(until);
        List<Message> other = lease(until);

        assertThat(one).hasSize(OutboxOnStage.PER_LANE);
        assertThat(other).hasSize(OutboxOnStage.PER_LANE).doesNotContainAnyElementsOf(one);
        assertThat(lease(until)).isEmpty();
    }

    @Test
    void pages_follow_each_other_and_final_ones_are_forgotten_in_time() {
        stage.put("hook/a", 5);
        try (OutboxRound replica = stage.replica()) {
            while (stage.of("hook/a").stream().anyMatch(it -> it.state().equals("waiting"))) {
                stage.run(replica);
            }
            List<Deliveries.Delivery> all = stage.of("hook/a");
            Deliveries.Delivery third = all.get(2);
            assertThat(
                            stage.deliveries
                                    .of(
                                            "hook/a",
                                            new Deliveries.Place(third.madeAt(), third.id()),
                                            100)
                                    .collectList()
                                    .block(OutboxOnStage.LIMIT))
                    .isEqualTo(all.subList(3, 5));

            stage.muchLater();
            stage.put("hook/b", 1);
            stage.run(replica);
            stage.awaitAll("hook/b", "delivered");
            assertThat(stage.of("hook/a")).isEmpty();
        }
    }

    @Test
    void what_is_forgotten_does_not_hold_up_what_is_told() throws SQLException {
        stage.put("hook/a", 1);
        try (OutboxRound replica = stage.replica(Duration.ofSeconds(1))) {
            stage.run(replica);
            stage.awaitAll("hook/a", "delivered");
            stage.muchLater();
            try (Connection _ = stage.locked("outbox_message")) {
                assertThatThrownBy(() -> replica.once().block(OutboxOnStage.LIMIT))
                        .hasMessageContaining("Did not observe any item");
            }
        }
    }

    private boolean again(String lane, UUID id) {
        return Boolean.TRUE.equals(
                stage.outbox.again(lane, id, stage.instant()).block(OutboxOnStage.LIMIT));
    }

    private List<Message> lease(Instant until) {
        return requireNonNull(
                stage.outbox
                        .lease(10, OutboxOnStage.PER_LANE, Map.of(), stage.instant(), until)
                        .block(OutboxOnStage.LIMIT));
    }
}
