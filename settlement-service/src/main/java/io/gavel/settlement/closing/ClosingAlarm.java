package io.gavel.settlement.closing;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.rounds.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for due lots as long as the application runs. */
@Configuration(proxyBeanMethods = false)
class ClosingAlarm {

    @Bean
    Rounds closingRounds(CloseDueRound round, SettlementProperties properties) {
        Rounds.Pauses pauses =
                new Rounds.Pauses(
                        properties.closingPause(),
                        properties.outageRetry(),
                        properties.outageMaxRetry());
        return new Rounds("Calling lots due", pauses, round);
    }
}
