package io.gavel.settlement.payment.collecting;

import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.payment.PaymentProperties;
import io.gavel.settlement.payment.PaymentProvider;
import io.gavel.settlement.payment.WhenPaid;
import io.gavel.settlement.rounds.Rounds;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Looks at payments as long as the application runs, if somebody collects and somebody is there to
 * be told.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(WhenPaid.class)
class Collecting {

    private static final Logger LOG = LoggerFactory.getLogger(Collecting.class);

    @Bean
    Rounds collectingRounds(
            Payments payments,
            PaymentEvents events,
            PaymentProvider provider,
            ObjectProvider<PaymentNews> news,
            PaymentProperties properties,
            SettlementProperties settlement,
            TransactionalOperator transaction,
            InstantSource clock,
            MeterRegistry meters) {
        PaymentProperties.Looks looks = properties.looks();
        Rounds.Pauses pauses =
                new Rounds.Pauses(
                        looks.pause(), settlement.outageRetry(), settlement.outageMaxRetry());
        PaymentNews told = news.getIfAvailable();
        if (told == null) {
            LOG.warn("nobody is told of payments, so none is collected");
            return new Rounds("Collecting payments", pauses, () -> Mono.just(false));
        }
        PaymentProperties.Guard guard = properties.guard();
        CollectingRound.Bounds bounds =
                new CollectingRound.Bounds(
                        guard.concurrent(),
                        guard.longestCall().multipliedBy(2).plus(settlement.databaseTimeout()),
                        settlement.databaseTimeout());
        return new Rounds(
                "Collecting payments",
                pauses,
                new CollectingRound(
                        payments,
                        events,
                        provider,
                        told,
                        new LookDecider(looks.firstWait(), looks.longestWait(), looks.most()),
                        bounds,
                        transaction,
                        clock,
                        meters));
    }
}
