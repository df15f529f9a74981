package io.gavel.contracts.lot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LadderTest {

    @ParameterizedTest
    @CsvSource({
        "0, 5",
        "99, 5",
        "100, 25",
        "499, 25",
        "500, 50",
        "2500, 100",
        "9999, 100",
        "10000, 250",
        "499999, 5000",
        "500000, 10000",
        "1000000000000000, 10000"
    })
    void theStepOfTheLastRungAtOrBelowThePriceHolds(long price, long step) {
        assertThat(Ladder.EBAY_US.stepAt(new Money(price))).isEqualTo(new Money(step));
    }

    @Test
    void theNextMinimumIsPriceAndStep() {
        assertThat(Ladder.EBAY_US.next(new Money(9_999))).isEqualTo(new Money(10_099));
        assertThat(Ladder.EBAY_US.next(new Money(Money.MAX_MINOR)))
                .isEqualTo(new Money(Money.MAX_MINOR));
    }

    static Stream<Arguments> badLadders() {
        return Stream.of(
                Arguments.of(new long[][] {}, "0 steps (expected: 1 to 64)"),
                Arguments.of(rungs(65), "65 steps (expected: 1 to 64)"),
                Arguments.of(new long[][] {{1, 5}}, "the first step is from 1 (expected: 0)"),
                Arguments.of(new long[][] {{0, 0}}, "the step from 0 is 0 (expected: >= 1)"),
                Arguments.of(
                        new long[][] {{0, 5}, {200, 5}, {100, 10}},
                        "a step from 100 after one from 200 (expected: sorted, each above the one"
                                + " before)"),
                Arguments.of(
                        new long[][] {{0, 5}, {0, 10}},
                        "a step from 0 after one from 0 (expected: sorted, each above the one"
                                + " before)"),
                Arguments.of(
                        new long[][] {{0, 5, 7}}, "a step of 3 numbers (expected: [from, step])"),
                Arguments.of(
                        new long[][] {{0, -5}},
                        "-5 (expected: 0 to 1000000000000000 minor units)"));
    }

    @ParameterizedTest
    @MethodSource("badLadders")
    void aBadLadderIsRefused(long[][] pairs, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Ladder.of(pairs))
                .withMessage(message);
    }

    @Test
    void aLadderMayHave64Rungs() {
        assertThat(Ladder.of(rungs(Ladder.MAX_RUNGS)).rungs()).hasSize(Ladder.MAX_RUNGS);
    }

    private static long[][] rungs(int count) {
        long[][] pairs = new long[count][];
        for (int i = 0; i < count; i++) {
            pairs[i] = new long[] {i * 100L, 5};
        }
        return pairs;
    }
}
