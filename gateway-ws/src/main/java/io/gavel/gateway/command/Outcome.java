package io.gavel.gateway.command;

import io.gavel.contracts.decision.Decision;
import io.gavel.contracts.decision.DecisionOutcome;
import io.gavel.contracts.frame.ServerFrame;
import io.gavel.gateway.admission.CommandRates.Whose;
import java.time.Duration;

/** What became of a command that was sent, as far as this gateway knows. */
public sealed interface Outcome {

    /** The word for metrics. */
    String word();

    /**
     * It was decided.
     *
     * @param bytes the decision's exact bytes
     */
    record Decided(Decision decision, byte[] bytes) implements Outcome {
        public boolean isAccepted() {
            return decision.outcome() == DecisionOutcome.ACCEPTED;
        }

        @Override
        public String word() {
            return isAccepted() ? "accepted" : "rejected";
        }
    }

    /** It is in the log, or may be, but no decision came in time. Ask for it, or send it again. */
    record Undecided() implements Outcome {
        @Override
        public String word() {
            return "undecided";
        }
    }

    /** The log did not confirm it: send it again with the same id. */
    record NotSent() implements Outcome {
        @Override
        public String word() {
            return "not-sent";
        }
    }

    /**
     * It was not sent, since too many were before it: send it again later.
     *
     * @param whose the account that sent too many, or the lot that is bid on too often
     * @param retryAfter when one more may be sent
     */
    record TooMany(Whose whose, Duration retryAfter) implements Outcome {
        /** What was more than may be. */
        public String why() {
            return switch (whose) {
                case ACCOUNT -> "more commands than an account may send";
                case LOT -> "more bids than may be placed on a lot";
            };
        }

        @Override
        public String word() {
            return "too-many";
        }
    }

    /** It was not sent, since the log could only refuse it: bid more, or insist. */
    record Advised(ServerFrame.AdvisoryDecision answer) implements Outcome {
        @Override
        public String word() {
            return "advised";
        }
    }

    /** It was not sent, since too many wait already: send it again later. */
    record Busy() implements Outcome {
        @Override
        public String word() {
            return "busy";
        }
    }
}
