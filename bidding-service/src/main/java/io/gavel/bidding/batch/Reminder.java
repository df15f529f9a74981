package io.gavel.bidding.batch;

import io.gavel.contracts.command.CloseDue;
import io.gavel.contracts.command.CommandId;
import io.gavel.contracts.command.CommandJson;
import io.gavel.contracts.lot.AccountId;
import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Topics;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Asks each lot that an outage may have given time what is due, when the outage is over, so that
 * everybody sees the new end at once. What is lost of it is made up for by the lot's next command.
 */
final class Reminder implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(Reminder.class);
    private static final AccountId HOUSE = new AccountId("bidding");

    /** Ends of outages that wait for their turn; beyond, they are not reminded of. */
    private static final int MOST_WAITING = 256;

    private final EndingLots lots;
    private final Homes homes;
    private final Producer<byte[], byte[]> producer;
    private final InstantSource clock;
    private final Duration deadline;
    private final Sinks.Many<Set<Integer>> ended =
            Sinks.many().unicast().onBackpressureBuffer(new ArrayBlockingQueue<>(MOST_WAITING));
    private final Disposable running;

    /**
     * @param producer used by nobody else; closed with this
     * @param deadline the longest that the lots of one turn may take
     */
    Reminder(
            EndingLots lots,
            Homes homes,
            Producer<byte[], byte[]> producer,
            InstantSource clock,
            Duration deadline) {
        this.lots = lots;
        this.homes = homes;
        this.producer = producer;
        this.clock = clock;
        this.deadline = deadline;
        this.running =
                ended.asFlux()
                        .publishOn(Schedulers.boundedElastic())
                        .concatMap(this::remind, 1)
                        .subscribe();
    }

    /** Outages have ended in these partitions, and that is stored. Does not wait. */
    void outagesEnded(Set<Integer> partitions) {
        if (ended.tryEmitNext(partitions).isFailure()) {
            LOG.warn(
                    "lots of partitions {} see their new ends with their next command", partitions);
        }
    }

    private Mono<Long> remind(Set<Integer> partitions) {
        return lots.near(clock.instant())
                .publishOn(Schedulers.boundedElastic())
                .filter(lot -> partitions.contains(homes.of(Homes.key(lot))))
                .doOnNext(this::send)
                .count()
                .timeout(deadline)
                .doOnNext(asked ->
                        LOG.info(
                                "an outage ended in partitions {}: {} lots asked what is due",
                                partitions,
                                asked))
                .onErrorResume(failure -> {
                    LOG.warn("not all lots of partitions {} are asked", partitions, failure);
                    return Mono.empty();
                });
    }

    private void send(LotId lot) {
        CommandId id = new CommandId(UUID.randomUUID());
        byte[] closeDue = CommandJson.write(new CloseDue(id, lot, HOUSE), clock.instant());
        var _ =
                producer.send(
                        new ProducerRecord<>(
                                Topics.LOT_COMMANDS.topic(), Homes.key(lot), closeDue));
    }

    @Override
    public void destroy() {
        running.dispose();
        producer.close(Duration.ofSeconds(1));
    }
}
