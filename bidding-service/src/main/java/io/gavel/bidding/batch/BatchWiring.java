package io.gavel.bidding.batch;

import io.gavel.bidding.BiddingProperties;
import io.gavel.contracts.topic.Topics;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.MeterRegistry;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;

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
    BatchWriter batchWriter(
            BatchStore store,
            CircuitBreaker databaseBreaker,
            ProducerFactory<byte[], byte[]> producers,
            BatchMetrics metrics,
            BiddingProperties properties) {
        DatabaseWait database = new DatabaseWait(properties.databaseDeadline(), databaseBreaker);
        int partitions =
                producers.createProducer().partitionsFor(Topics.LOT_COMMANDS.topic()).size();
        return new BatchWriter(
                store,
                new Retelling(store, database),
                new CommandReader(partitions),
                metrics,
                database,
                PartitionState.Memory.of(
                        properties.lotsRemembered(), properties.biddersRemembered()));
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
