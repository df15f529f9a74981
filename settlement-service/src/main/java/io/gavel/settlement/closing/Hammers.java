package io.gavel.settlement.closing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toMap;

import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Headers;
import io.gavel.settlement.salebook.SaleTraces;
import io.gavel.tracing.Leg;
import io.gavel.tracing.Note;
import io.gavel.tracing.Traces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.stereotype.Component;

/** The traces of lots that close: each goes on with the sale. */
@Component
final class Hammers {

    private static final byte[] CLOSED = "closed".getBytes(UTF_8);

    private final Traces traces;
    private final SaleTraces sales;

    Hammers(Traces traces, SaleTraces sales) {
        this.traces = traces;
        this.sales = sales;
    }

    /**
     * Begins to settle what closes in a poll, if it is traced.
     *
     * @param closed the lots that do, as far as their events could be read
     */
    List<Leg> settling(List<ConsumerRecord<byte[], byte[]>> records, List<LotId> closed) {
        if (!traces.isOn()) {
            return List.of();
        }
        Map<String, LotId> lots =
                closed.stream().collect(toMap(LotId::toString, lot -> lot, (one, _) -> one));
        List<Leg> legs = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            LotId lot = record.key() == null ? null : lots.get(new String(record.key(), UTF_8));
            if (lot != null && closes(record)) {
                Leg leg = traces.goOn("settle", record.headers());
                if (leg.isTraced()) {
                    legs.add(leg.note(Note.LOT, lot.toString()));
                    sales.expect(lot, leg);
                }
            }
        }
        return legs;
    }

    private static boolean closes(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(Headers.TYPE);
        return type != null && Arrays.equals(type.value(), CLOSED);
    }
}
