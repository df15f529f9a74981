package io.gavel.gateway.command;

import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.GatewayProperties;
import io.gavel.gateway.admission.CommandRates;
import io.gavel.gateway.tail.Needed;
import io.gavel.gateway.tail.Tails;
import io.gavel.gateway.tail.TopicTail;
import io.gavel.gateway.wire.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The way back of commands. */
@Configuration(proxyBeanMethods = false)
class CommandBeans {

    @Bean
    PendingDecisions pendingDecisions(GatewayProperties properties) {
        return new PendingDecisions(properties.command().waiting());
    }

    @Bean
    CommandRates commandRates(GatewayProperties properties) {
        GatewayProperties.Command limits = properties.command();
        return new CommandRates(
                limits.ofAccount(), limits.accounts(), limits.ofLot(), limits.lots());
    }

    @Bean
    TopicTail decisions(
            Tails tails, SignedIn signedIn, PendingDecisions pending, DecisionsListener listener) {
        return tails.follow(
                Topics.DECISIONS.topic(),
                () -> signedIn.isAnybody() ? new Needed.All() : new Needed.Lots(pending.lots()),
                listener::decided);
    }
}
