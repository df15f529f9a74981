package io.gavel.bidding.batch;

import io.gavel.bidding.BiddingProperties;
import io.gavel.bidding.auction.OutageTerms;
import io.gavel.contracts.topic.Topics;
import io.gavel.tracing.Traces;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import java.time.Duration;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.r2dbc.core.DatabaseClient;

@Configuration(proxyBeanMethods = false)
class BatchWiring {

    @Bean
    WriterConnections writerConnections(ConnectionFactory readers) {
        return new WriterConnections(readers);
    }

    @Bean
    BatchStore batchStore(WriterConnections connections) {
        return new R2dbcBatchStore(connections);
    }

    @Bean
    BatchMetrics batchMetrics(MeterRegistry registry, Clock clock) {
        return new BatchMetrics(registry, clock);
    }

    @Bean
    Announcer announcer(
            ProducerFactory<byte[], byte[]> producers,
            BatchMetrics metrics,
            BiddingProperties properties) {
        return new Announcer(
                producers.createProducer(),
                metrics,
                new Teller.Patience(
                        properties.batchesUntold(),
                        properties.announceDeadline(),
                        properties.retryInterval(),
                        properties.maxRetryInterval()));
    }

    @Bean
    Homes homes(ProducerFactory<byte[], byte[]> producers) {
        return new Homes(
                () -> producers.createProducer().partitionsFor(Topics.LOT_COMMANDS.topic()).size());
    }

    @Bean
    Reminder reminder(
            DatabaseClient database,
            Homes homes,
            ProducerFactory<byte[], byte[]> producers,
            Clock clock,
            BiddingProperties properties) {
        return new Reminder(
                new EndingLots(database, properties.outage().within()),
                homes,
                new KafkaProducer<>(producers.getConfigurationProperties()),
                clock,
                properties.announceDeadline());
    }

    @Bean
    BatchWriter batchWriter(
            BatchStore store,
            CircuitBreaker databaseBreaker,
            Homes homes,
            BatchMetrics metrics,
            Reminder reminder,
            Traces traces,
            BiddingProperties properties) {
        DatabaseWait database = new DatabaseWait(properties.databaseDeadline(), databaseBreaker);
        return new BatchWriter(
                store,
                new Retelling(store, database),
                new CommandReader(homes),
                metrics,
                database,
                PartitionState.Memory.of(
                        properties.lotsRemembered(), properties.biddersRemembered()),
                policy(properties.outage()),
                reminder,
                traces);
    }

    private static OutagePolicy policy(BiddingProperties.Outage outage) {
        Duration longest =
                switch (outage.policy()) {
                    case EXTEND -> outage.longest();
                    case NONE -> Duration.ZERO;
                };
        return new OutagePolicy(outage.threshold(), new OutageTerms(outage.within(), longest));
    }

    @Bean
    CommandListener commandListener(
            BatchWriter writer,
            Announcer announcer,
            BatchMetrics metrics,
            BiddingProperties properties) {
        return new CommandListener(
                writer,
                announcer,
                new Offsets(properties.commitInterval()),
                metrics,
                properties.handoverDeadline());
    }
}
