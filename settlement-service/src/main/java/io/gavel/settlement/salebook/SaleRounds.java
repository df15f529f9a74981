package io.gavel.settlement.salebook;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.publishing.PublishRounds;
import io.gavel.settlement.rounds.Rounds;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Looks for sales to publish and for passed deadlines as long as the application runs. */
@Configuration(proxyBeanMethods = false)
class SaleRounds {

    @Bean
    Rounds publishingRounds(PublishRounds rounds, Sales sales, SaleTraces traces) {
        return rounds.of("sales", new TracedSales(sales, traces));
    }

    @Bean
    Rounds deadlineRounds(DeadlineRound round, SettlementProperties properties) {
        Rounds.Pauses pauses =
                new Rounds.Pauses(
                        properties.sale().deadlinePause(),
                        properties.outageRetry(),
                        properties.outageMaxRetry());
        return new Rounds("Moving sales on", pauses, round);
    }
}
