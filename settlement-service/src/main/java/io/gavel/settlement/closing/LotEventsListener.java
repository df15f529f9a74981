package io.gavel.settlement.closing;

import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.records.Incoming;
import io.gavel.settlement.salebook.Settling;
import io.gavel.tracing.Leg;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the public events: sets timers, and settles what has closed. */
@Component
final class LotEventsListener {

    private final Incoming incoming;
    private final Closings closings;
    private final Settling settling;
    private final CloseLag lag;
    private final Hammers hammers;
    private final Duration timeout;

    LotEventsListener(
            Incoming incoming,
            Closings closings,
            Settling settling,
            CloseLag lag,
            Hammers hammers,
            SettlementProperties properties) {
        this.incoming = incoming;
        this.closings = closings;
        this.settling = settling;
        this.lag = lag;
        this.hammers = hammers;
        this.timeout = properties.databaseTimeout();
    }

    @KafkaListener(id = "settlement-events", topics = Topics.Names.LOT_EVENTS)
    void onEvents(List<ConsumerRecord<byte[], byte[]>> records) {
        List<LotNews> news = LotNews.merged(incoming.read(records, LotNews::read));
        List<LotId> closed =
                news.stream().filter(each -> each.closed() != null).map(LotNews::lot).toList();
        List<Leg> legs = hammers.settling(records, closed);
        closings.record(news)
                .then(Mono.defer(() -> settling.settle(closed)))
                .doOnError(_ -> legs.forEach(Leg::fail))
                .doFinally(_ -> legs.forEach(Leg::end))
                .block(timeout);
        lag.measure(news);
    }
}
