package io.gavel.settlement.closing;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.rounds.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for due lots, and counts those that are overdue, as long as the application runs. */
@Configuration(proxyBeanMethods = false)
class ClosingAlarm {

    private static final Duration COUNT_EVERY = Duration.ofSeconds(2);

    @Bean
    Rounds closingRounds(CloseDueRound round, SettlementProperties properties) {
        Rounds.Pauses pauses =
                new Rounds.Pauses(
                        properties.closingPause(),
                        properties.outageRetry(),
                        properties.outageMaxRetry());
        return new Rounds("Calling lots due", pauses, round);
    }

    @Bean
    Rounds countingWhatIsOverdue(
            Closings closings,
            InstantSource clock,
            SettlementProperties properties,
            MeterRegistry meters) {
        Rounds.Pauses pauses =
                new Rounds.Pauses(
                        COUNT_EVERY, properties.outageRetry(), properties.outageMaxRetry());
        return new Rounds(
                "Counting lots that are overdue",
                pauses,
                new OverdueCount(
                        closings,
                        clock,
                        properties.closingMaxRetry(),
                        properties.databaseTimeout(),
                        meters));
    }
}
