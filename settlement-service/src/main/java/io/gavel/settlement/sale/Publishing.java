package io.gavel.settlement.sale;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.rounds.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for sales to publish as long as the application runs. */
@Configuration(proxyBeanMethods = false)
class Publishing {

    @Bean
    Rounds publishingRounds(PublishRound round, SettlementProperties properties) {
        Rounds.Pauses pauses =
                new Rounds.Pauses(
                        properties.publishPause(),
                        properties.outageRetry(),
                        properties.outageMaxRetry());
        return new Rounds("Publishing sales", pauses, round);
    }
}
