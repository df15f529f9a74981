package io.gavel.gateway.sale;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.sale.Sale;
import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.feed.Feeds;
import io.gavel.gateway.tail.Needed;
import io.gavel.gateway.tail.Tails;
import io.gavel.gateway.tail.TopicTail;
import io.gavel.gateway.wire.SignedIn;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends sales to those who watch the lot and to buyer and seller. */
@Configuration(proxyBeanMethods = false)
class SalesListener {

    @Bean
    TopicTail sales(Tails tails, Feeds feeds, SignedIn signedIn) {
        return tails.follow(
                Topics.SALES.topic(),
                () -> signedIn.isAnybody() ? new Needed.All() : new Needed.Lots(feeds.kept()),
                found -> {
                    byte[] value = found.value();
                    if (value != null) {
                        announce(Json.read(value, Sale.class), feeds, signedIn);
                    }
                });
    }

    private static void announce(Sale sale, Feeds feeds, SignedIn signedIn) {
        SaleFrames.of(sale, feeds.watching(sale.lot()), signedIn::of)
                .forEach((recipient, frame) -> recipient.send(frame));
    }
}
