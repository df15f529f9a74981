package io.gavel.settlement.outbox;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.rounds.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;

/** Tells what is due as long as the application runs. */
@Configuration(proxyBeanMethods = false)
class OutboxRounds {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(2);

    @Bean
    OutboxRound outboxRound(
            Outbox outbox,
            List<Transport> transports,
            OutboxProperties properties,
            SettlementProperties settlement,
            TransactionalOperator transaction,
            InstantSource clock,
            MeterRegistry meters) {
        return new OutboxRound(
                outbox,
                transports,
                new RetrySchedule(properties.retries(), properties.jitter()),
                new Places(properties.concurrent()),
                new OutboxRound.Bounds(
                        properties.perLane(), properties.keep(), settlement.databaseTimeout()),
                transaction,
                clock,
                () -> ThreadLocalRandom.current().nextDouble(),
                meters);
    }

    @Bean
    Rounds tellingRounds(
            OutboxRound round, OutboxProperties properties, SettlementProperties settlement) {
        Rounds.Pauses pauses =
                new Rounds.Pauses(
                        properties.pause(), settlement.outageRetry(), settlement.outageMaxRetry());
        return new Rounds("Telling sellers and buyers", pauses, round);
    }

    @Bean
    Rounds countingWhatWaits(
            Outbox outbox,
            List<Transport> transports,
            SettlementProperties settlement,
            InstantSource clock,
            MeterRegistry meters) {
        Rounds.Pauses pauses =
                new Rounds.Pauses(
                        COUNT_EVERY, settlement.outageRetry(), settlement.outageMaxRetry());
        return new Rounds(
                "Counting what waits to be told",
                pauses,
                new WaitingCount(outbox, transports, clock, settlement.databaseTimeout(), meters));
    }
}
