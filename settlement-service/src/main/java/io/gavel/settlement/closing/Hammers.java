package io.gavel.settlement.closing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.gavel.contracts.lot.LotId;
import io.gavel.contracts.topic.Headers;
import io.gavel.settlement.salebook.SaleTraces;
import io.gavel.tracing.Leg;
import io.gavel.tracing.Note;
import io.gavel.tracing.Traces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    /** Begins to settle what closes in a poll, if it is traced. */
    List<Leg> settling(List<ConsumerRecord<byte[], byte[]>> records) {
        if (!traces.isOn()) {
            return List.of();
        }
        List<Leg> legs = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Leg leg = closes(record) ? traces.goOn("settle", record.headers()) : Leg.none();
            if (leg.isTraced()) {
                String lot = new String(record.key(), UTF_8);
                legs.add(leg.note(Note.LOT, lot));
                sales.expect(LotId.parse(lot), leg);
            }
        }
        return legs;
    }

    private static boolean closes(ConsumerRecord<byte[], byte[]> record) {
        Header type = record.headers().lastHeader(Headers.TYPE);
        return type != null && Arrays.equals(type.value(), CLOSED);
    }
}
