package io.gavel.gateway.sale;

import io.gavel.contracts.json.Json;
import io.gavel.contracts.sale.Sale;
import io.gavel.contracts.topic.Topics;
import io.gavel.gateway.feed.Feeds;
import io.gavel.gateway.tail.Needed;
import io.gavel.gateway.tail.Tails;
import io.gavel.gateway.tail.TopicTail;
import io.gavel.gateway.wire.Frame;
import io.gavel.gateway.wire.Recipient;
import io.gavel.gateway.wire.SignedIn;
import io.gavel.tracing.Leg;
import io.gavel.tracing.Note;
import io.gavel.tracing.Traces;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Sends sales to those who watch the lot and to buyer and seller. */
@Configuration(proxyBeanMethods = false)
class SalesListener {

    @Bean
    TopicTail sales(Tails tails, Feeds feeds, SignedIn signedIn, Traces traces) {
        return tails.follow(
                Topics.SALES.topic(),
                () -> signedIn.isAnybody() ? new Needed.All() : new Needed.Lots(feeds.kept()),
                found -> {
                    byte[] value = found.value();
                    if (value != null) {
                        Leg leg = traces.goOn("deliver sale", found.headers());
                        int receivers = announce(Json.read(value, Sale.class), feeds, signedIn);
                        leg.note(Note.LOT, found.key()).note(Note.RECEIVERS, receivers).end();
                    }
                });
    }

    private static int announce(Sale sale, Feeds feeds, SignedIn signedIn) {
        Map<Recipient, Frame> frames =
                SaleFrames.of(sale, feeds.watching(sale.lot()), signedIn::of);
        frames.forEach((recipient, frame) -> recipient.send(frame));
        return frames.size();
    }
}
