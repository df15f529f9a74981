package io.gavel.settlement.payment.collecting;

import io.gavel.settlement.payment.Outcome;
import java.time.Duration;

/** What is to be done after a look. */
sealed interface Next {

    /** It is known what became of it: tell. */
    record Settle(Outcome.Final outcome) implements Next {}

    /** It is not known, and will not be by looking on: tell, and leave it to an operator. */
    record GiveUp(String why) implements Next {}

    /** Look again. */
    record Again(Duration in) implements Next {}

    /** Nothing is to be told or looked at. */
    record Rest() implements Next {}
}
