package io.gavel.settlement.rounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

class RoundsTest {

    private static final Rounds.Pauses PAUSES =
            new Rounds.Pauses(
                    Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofSeconds(5));

    private final AtomicInteger count = new AtomicInteger();
    private VirtualTimeScheduler time;

    @BeforeEach
    void standStill() {
        time = VirtualTimeScheduler.getOrSet();
    }

    @AfterEach
    void goOn() {
        VirtualTimeScheduler.reset();
    }

    @Test
    void aRoundFollowsTheOtherAfterAPause() {
        Rounds rounds = rounds(() -> Mono.just(false));

        rounds.start();
        assertThat(count).hasValue(1);
        time.advanceTimeBy(Duration.ofMillis(99));
        assertThat(count).hasValue(1);
        time.advanceTimeBy(Duration.ofMillis(1));
        assertThat(count).hasValue(2);

        rounds.stop();
    }

    @Test
    void aRoundThatLeftWorkBehindIsFollowedAtOnce() {
        Rounds rounds = rounds(() -> Mono.just(count.get() < 7));

        rounds.start();

        assertThat(count).hasValue(7);
        rounds.stop();
    }

    @Test
    void aRoundThatFailsIsRepeatedLaterAndLater() {
        Rounds rounds = rounds(() -> Mono.error(new IllegalStateException("no database")));

        rounds.start();
        time.advanceTimeBy(Duration.ofMinutes(1));

        assertThat(count.get()).isBetween(10, 40);
        rounds.stop();
    }

    @Test
    void afterAnOutageTheRoundsGoOnAsBefore() {
        Rounds rounds =
                rounds(() ->
                        count.get() <= 5
                                ? Mono.error(new IllegalStateException("no database"))
                                : Mono.just(false));
        rounds.start();
        time.advanceTimeBy(Duration.ofMinutes(1));
        int before = count.get();

        time.advanceTimeBy(Duration.ofSeconds(10));

        assertThat(count.get() - before).isEqualTo(100);
        rounds.stop();
    }

    @Test
    void aStoppedOneDoesNothingMore() {
        Rounds rounds = rounds(() -> Mono.just(false));
        rounds.start();
        assertThat(rounds.isRunning()).isTrue();

        rounds.stop();
        time.advanceTimeBy(Duration.ofMinutes(1));

        assertThat(rounds.isRunning()).isFalse();
        assertThat(count).hasValue(1);
    }

    private Rounds rounds(Rounds.Round round) {
        return new Rounds(
                "Counting",
                PAUSES,
                () -> {
                    count.incrementAndGet();
                    return round.once();
                });
    }
}
