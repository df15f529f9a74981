package io.gavel.settlement.payment.collecting;

import static org.assertj.core.api.Assertions.assertThat;

import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.OnStage;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.PaymentRequest;
import io.gavel.settlement.payment.Sum;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LookDeciderTest {

    private static final LookDecider DECIDER =
            new LookDecider(Duration.ofSeconds(2), Duration.ofMinutes(15), 300);
    private static final PaymentRequest REQUEST = OnStage.request("alice");
    private static final Outcome.Final SUCCEEDED =
            new Outcome.Succeeded("ch_1", new Sum(12_500, "EUR"));
    private static final Outcome.Final LESS = new Outcome.Succeeded("ch_1", new Sum(12_499, "EUR"));
    private static final Outcome.Final DECLINED = new Outcome.Declined("insufficient-funds");
    private static final Outcome PENDING = new Outcome.Pending();
    private static final Outcome UNKNOWN = new Outcome.Unknown("no answer in time");
    private static final Finding NOT_FOUND = new Finding.NotFound();

    private static final Next AGAIN = new Next.Again(Duration.ofSeconds(2));
    private static final Next REST = new Next.Rest();
    private static final Next SHORT = new Next.GiveUp("collected: 12499 EUR (expected: 12500 EUR)");

    /** Each state with each answer, after the first look. */
    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(Payment.State.OPEN, SUCCEEDED, new Next.Settle(SUCCEEDED)),
                Arguments.of(Payment.State.OPEN, LESS, SHORT),
                Arguments.of(Payment.State.OPEN, DECLINED, new Next.Settle(DECLINED)),
                Arguments.of(Payment.State.OPEN, PENDING, AGAIN),
                Arguments.of(Payment.State.OPEN, UNKNOWN, AGAIN),
                Arguments.of(Payment.State.OPEN, NOT_FOUND, AGAIN),
                Arguments.of(Payment.State.UNCLEAR, SUCCEEDED, new Next.Settle(SUCCEEDED)),
                Arguments.of(Payment.State.UNCLEAR, LESS, REST),
                Arguments.of(Payment.State.UNCLEAR, DECLINED, new Next.Settle(DECLINED)),
                Arguments.of(Payment.State.UNCLEAR, PENDING, AGAIN),
                Arguments.of(Payment.State.UNCLEAR, UNKNOWN, AGAIN),
                Arguments.of(Payment.State.UNCLEAR, NOT_FOUND, AGAIN),
                Arguments.of(Payment.State.DECLINED, SUCCEEDED, new Next.Settle(SUCCEEDED)),
                Arguments.of(Payment.State.DECLINED, LESS, SHORT),
                Arguments.of(Payment.State.DECLINED, DECLINED, REST),
                Arguments.of(Payment.State.DECLINED, PENDING, AGAIN),
                Arguments.of(Payment.State.DECLINED, UNKNOWN, AGAIN),
                Arguments.of(Payment.State.DECLINED, NOT_FOUND, REST),
                Arguments.of(Payment.State.SUCCEEDED, SUCCEEDED, REST),
                Arguments.of(Payment.State.SUCCEEDED, DECLINED, REST),
                Arguments.of(Payment.State.SUCCEEDED, NOT_FOUND, REST));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void follows(Payment.State state, Finding finding, Next next) {
        assertThat(DECIDER.decide(payment(state, 1), finding)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"1, 2", "2, 4", "3, 8", "9, 512", "10, 900", "11, 900", "299, 900"})
    void waitsTwiceAsLongEachTimeUpToALimit(int looks, long seconds) {
        assertThat(DECIDER.decide(payment(Payment.State.OPEN, looks), UNKNOWN))
                .isEqualTo(new Next.Again(Duration.ofSeconds(seconds)));
    }

    @ParameterizedTest
    @CsvSource({"OPEN, true", "UNCLEAR, false", "DECLINED, false"})
    void afterTheLastLookAnOperatorIsToldOnce(Payment.State state, boolean told) {
        assertThat(DECIDER.decide(payment(state, 300), UNKNOWN))
                .isEqualTo(told ? new Next.GiveUp("no answer in time") : new Next.Rest());
    }

    private static Payment payment(Payment.State state, int looks) {
        return new Payment(REQUEST, state, looks, Instant.EPOCH);
    }
}
