package io.gavel.settlement.publishing;

import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;

/** Rows of one kind that may wait to be published. */
public interface Unpublished<T> {

    /** Locks some of them for the transaction, and leaves out what others have locked. */
    Mono<List<T>> lockUnpublished(int batch);

    /** The record as which one is published; the same one gives the same bytes. */
    ProducerRecord<byte[], byte[]> message(T row);

    Mono<Void> markPublished(List<T> published, Instant at);
}
