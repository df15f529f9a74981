package io.gavel.bidding.batch;

import io.gavel.bidding.BiddingProperties;
import io.gavel.contracts.topic.Topics;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.apache.kafka.clients.producer.Producer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.kafka.core.ProducerFactory;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.util.backoff.ExponentialBackOff;

@Configuration(proxyBeanMethods = false)
class BatchWiring {

    @Bean
    BatchStore batchStore(DatabaseClient database, TransactionalOperator transaction) {
        return new R2dbcBatchStore(database, transaction);
    }

    @Bean
    BatchMetrics batchMetrics(MeterRegistry registry, Clock clock) {
        return new BatchMetrics(registry, clock);
    }

    @Bean(destroyMethod = "close")
    Producer<byte[], byte[]> announcements(ProducerFactory<byte[], byte[]> producers) {
        return producers.createProducer();
    }

    @Bean
    Announcer announcer(
            Producer<byte[], byte[]> producer, BatchMetrics metrics, BiddingProperties properties) {
        return new Announcer(producer, metrics, properties.announceDeadline());
    }

    @Bean
    BatchWriter batchWriter(
            BatchStore store,
            Announcer announcer,
            Producer<byte[], byte[]> producer,
            BatchMetrics metrics,
            BiddingProperties properties) {
        DatabaseWait database = new DatabaseWait(properties.databaseDeadline());
        int partitions = producer.partitionsFor(Topics.LOT_COMMANDS.topic()).size();
        return new BatchWriter(
                store,
                new Retelling(store, announcer, database),
                announcer,
                new CommandReader(partitions),
                metrics,
                database,
                new BatchWriter.Limits(
                        properties.lotsRemembered(), properties.biddersRemembered()));
    }

    @Bean
    CommandListener commandListener(BatchWriter writer, BatchMetrics metrics) {
        return new CommandListener(writer, metrics);
    }

    /**
     * A poll that fails comes again, for as long as it takes: commands wait in Kafka, nothing is
     * skipped.
     */
    @Bean
    CommonErrorHandler retryForEver(BiddingProperties properties) {
        ExponentialBackOff backOff =
                new ExponentialBackOff(properties.retryInterval().toMillis(), 2);
        backOff.setMaxInterval(properties.maxRetryInterval().toMillis());
        backOff.setMaxElapsedTime(Long.MAX_VALUE);
        return new DefaultErrorHandler(backOff);
    }
}
