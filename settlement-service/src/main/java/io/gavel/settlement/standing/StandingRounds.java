package io.gavel.settlement.standing;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.rounds.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for standings to publish as long as the application runs. */
@Configuration(proxyBeanMethods = false)
class StandingRounds {

    @Bean
    Rounds standingPublishingRounds(StandingRound round, SettlementProperties properties) {
        Rounds.Pauses pauses =
                new Rounds.Pauses(
                        properties.publishPause(),
                        properties.outageRetry(),
                        properties.outageMaxRetry());
        return new Rounds("Publishing standings", pauses, round);
    }
}
