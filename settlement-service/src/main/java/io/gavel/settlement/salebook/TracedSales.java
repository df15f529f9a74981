package io.gavel.settlement.salebook;

import io.gavel.settlement.publishing.Unpublished;
import io.gavel.tracing.Leg;
import io.gavel.tracing.Note;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import reactor.core.publisher.Mono;

/** Sales whose records go on with the trace of the hammer. */
record TracedSales(Unpublished<KeptSale> sales, SaleTraces traces)
        implements Unpublished<KeptSale> {

    @Override
    public Mono<List<KeptSale>> lockUnpublished(int batch) {
        return sales.lockUnpublished(batch);
    }

    @Override
    public ProducerRecord<byte[], byte[]> message(KeptSale sale) {
        ProducerRecord<byte[], byte[]> message = sales.message(sale);
        Leg announce = traces.of(sale.lot()).sending("announce sale");
        announce.note(Note.LOT, sale.lot().toString()).mark(message.headers());
        announce.end();
        return message;
    }

    @Override
    public Mono<Void> markPublished(List<KeptSale> published, Instant at) {
        return sales.markPublished(published, at);
    }
}
