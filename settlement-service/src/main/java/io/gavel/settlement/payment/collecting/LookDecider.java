package io.gavel.settlement.payment.collecting;

import io.gavel.settlement.payment.Finding;
import io.gavel.settlement.payment.Outcome;
import io.gavel.settlement.payment.Sum;
import java.time.Duration;

/**
 * What follows from what a provider says of a payment.
 *
 * @param firstWait after the first look; each further wait is twice as long
 * @param longestWait the longest
 * @param most how many looks there are at most
 */
record LookDecider(Duration firstWait, Duration longestWait, int most) {

    private static final int MOST_DOUBLINGS = 30;

    Next decide(Payment payment, Finding finding) {
        return switch (finding) {
            case Outcome.Succeeded succeeded -> succeeded(payment, succeeded);
            case Outcome.Declined declined ->
                    isSettled(payment) ? new Next.Rest() : new Next.Settle(declined);
            case Outcome.Pending _ -> notYet(payment, "the provider has not made up its mind");
            case Outcome.Unknown(String why) -> notYet(payment, why);
            case Finding.NotFound _ ->
                    isSettled(payment)
                            ? new Next.Rest()
                            : notYet(payment, "the provider knows no such charge");
        };
    }

    private static Next succeeded(Payment payment, Outcome.Succeeded succeeded) {
        Sum asked = payment.request().sum();
        if (!succeeded.sum().equals(asked)) {
            String why = "collected: " + succeeded.sum() + " (expected: " + asked + ")";
            return payment.state() == Payment.State.UNCLEAR
                    ? new Next.Rest()
                    : new Next.GiveUp(why);
        }
        return payment.state() == Payment.State.SUCCEEDED
                ? new Next.Rest()
                : new Next.Settle(succeeded);
    }

    /** An operator is told once that nobody knows; what was told as final is not taken back. */
    private Next notYet(Payment payment, String why) {
        if (payment.looks() < most) {
            return new Next.Again(waitAfter(payment.looks()));
        }
        return payment.state() == Payment.State.OPEN ? new Next.GiveUp(why) : new Next.Rest();
    }

    private Duration waitAfter(int looks) {
        Duration wait = firstWait.multipliedBy(1L << Math.clamp(looks - 1, 0, MOST_DOUBLINGS));
        return wait.compareTo(longestWait) < 0 ? wait : longestWait;
    }

    private static boolean isSettled(Payment payment) {
        return switch (payment.state()) {
            case OPEN, UNCLEAR -> false;
            case DECLINED, SUCCEEDED -> true;
        };
    }
}
