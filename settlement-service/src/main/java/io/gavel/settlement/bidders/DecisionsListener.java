package io.gavel.settlement.bidders;

import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.records.Incoming;
import io.gavel.settlement.salebook.Settling;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the private decisions: learns who holds a paddle, and settles what waited for that. */
@Component
final class DecisionsListener {

    private final Incoming incoming;
    private final Bidders bidders;
    private final Settling settling;
    private final Duration timeout;

    DecisionsListener(
            Incoming incoming,
            Bidders bidders,
            Settling settling,
            SettlementProperties properties) {
        this.incoming = incoming;
        this.bidders = bidders;
        this.settling = settling;
        this.timeout = properties.databaseTimeout();
    }

    @KafkaListener(id = "settlement-decisions", topics = Topics.Names.DECISIONS)
    void onDecisions(List<ConsumerRecord<byte[], byte[]>> records) {
        List<BidderNews> news =
                BidderNews.merged(
                        incoming.read(records, BidderNews::read).stream()
                                .flatMap(Optional::stream)
                                .toList());
        List<LotId> lots = news.stream().map(BidderNews::lot).distinct().toList();
        bidders.record(news).then(Mono.defer(() -> settling.settle(lots))).block(timeout);
    }
}
