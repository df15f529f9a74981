package io.gavel.settlement.standing;

import io.gavel.settlement.publishing.PublishRounds;
import io.gavel.settlement.rounds.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for standings to publish as long as the application runs. */
@Configuration(proxyBeanMethods = false)
class StandingRounds {

    @Bean
    Rounds standingPublishingRounds(PublishRounds rounds, Standings standings) {
        return rounds.of("standings", standings);
    }
}
