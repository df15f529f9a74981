package io.gavel.gateway.suspension;

import io.gavel.contracts.bidder.BidderStanding;
import io.gavel.contracts.json.Json;
import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.tail.Tails;
import io.gavel.gateway.tail.TopicTail;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads how bidders stand, all of it at the start: this gateway is not ready before. */
@Configuration(proxyBeanMethods = false)
class BiddersListener {

    @Bean
    TopicTail bidders(Tails tails, Suspensions suspensions) {
        return tails.followFromTheBeginning(
                Topics.BIDDERS.topic(),
                found -> {
                    byte[] value = found.value();
                    if (value != null) {
                        suspensions.take(Json.read(value, BidderStanding.class));
                    }
                });
    }
}
