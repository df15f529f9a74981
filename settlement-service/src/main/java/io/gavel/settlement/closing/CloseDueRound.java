package io.gavel.settlement.closing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import io.gavel.settlement.SettlementProperties;
import io.gavel.settlement.records.Outgoing;
import io.gavel.settlement.rounds.Rounds;
import io.gavel.tracing.Leg;
import io.gavel.tracing.Note;
import io.gavel.tracing.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Calls due the lots whose time has come by this replica's clock. That clock is only an alarm: a
 * close-due that comes early does nothing and is sent again, until the lot is seen closed.
 */
@Component
final class CloseDueRound implements Rounds.Round {

    private static final Logger LOG = LoggerFactory.getLogger(CloseDueRound.class);
    private static final AccountId SETTLEMENT = new AccountId("settlement");

    private final Closings closings;
    private final Outgoing outgoing;
    private final InstantSource clock;
    private final SettlementProperties properties;
    private final Traces traces;
    private final Counter sent;

    CloseDueRound(
            Closings closings,
            Outgoing outgoing,
            InstantSource clock,
            SettlementProperties properties,
            Traces traces,
            MeterRegistry meters) {
        this.closings = closings;
        this.outgoing = outgoing;
        this.clock = clock;
        this.properties = properties;
        this.traces = traces;
        this.sent = meters.counter("gavel.settlement.close.due.sent");
    }

    @Override
    public Mono<Boolean> once() {
        Instant now = clock.instant();
        int batch = properties.closingBatch();
        return closings.takeDue(now, batch, properties.closingRetry(), properties.closingMaxRetry())
                .timeout(properties.databaseTimeout())
                .flatMap(lots -> callDue(lots, now).thenReturn(lots.size() == batch));
    }

    private Mono<Void> callDue(List<LotId> lots, Instant now) {
        if (lots.isEmpty()) {
            return Mono.empty();
        }
        List<Leg> legs = new ArrayList<>(lots.size());
        return outgoing.send(lots.stream().map(lot -> closeDue(lot, now, legs)).toList())
                .doOnSuccess(done -> {
                    sent.increment(lots.size());
                    LOG.info("Called due: {}", lots);
                })
                .doOnError(_ -> legs.forEach(Leg::fail))
                .doFinally(_ -> legs.forEach(Leg::end));
    }

    /** Each attempt is a command of its own: one with a known id would get the first decision. */
    private ProducerRecord<byte[], byte[]> closeDue(LotId lot, Instant now, List<Leg> legs) {
        CommandId id = new CommandId(UUID.randomUUID());
        ProducerRecord<byte[], byte[]> record =
                new ProducerRecord<>(
                        Topics.Names.LOT_COMMANDS,
                        lot.toString().getBytes(UTF_8),
                        CommandJson.write(new CloseDue(id, lot, SETTLEMENT), now));
        Leg leg = traces.beginSending("close-due");
        if (leg.isTraced()) {
            leg.note(Note.LOT, lot.toString()).mark(record.headers());
            legs.add(leg);
        }
        return record;
    }
}
