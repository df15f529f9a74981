package io.gavel.settlement.publishing;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.records.Outgoing;
import io.gavel.settlement.rounds.Rounds;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Makes the rounds that look for something to publish as long as the application runs. */
@Component
public class PublishRounds {

    private final Outgoing outgoing;
    private final TransactionalOperator transaction;
    private final InstantSource clock;
    private final SettlementProperties properties;

    PublishRounds(
            Outgoing outgoing,
            TransactionalOperator transaction,
            InstantSource clock,
            SettlementProperties properties) {
        this.outgoing = outgoing;
        this.transaction = transaction;
        this.clock = clock;
        this.properties = properties;
    }

    /**
     * The rounds of one kind of rows.
     *
     * @param what they are, in the plural, for the log
     */
    public <T> Rounds of(String what, Unpublished<T> rows) {
        Rounds.Pauses pauses =
                new Rounds.Pauses(
                        properties.publishPause(),
                        properties.outageRetry(),
                        properties.outageMaxRetry());
        return new Rounds(
                "Publishing " + what,
                pauses,
                new PublishRound<>(rows, outgoing, transaction, clock, properties));
    }
}
